package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Scalar;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads one YAML 1.2 document of keys, with the core schema.
final class YamlReader {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Math.toIntExact(TextFile.LARGEST))
            .build();

    private final Substitution substitution;
    private final Problems problems;

    YamlReader(Substitution substitution, Problems problems) {
        this.substitution = substitution;
        this.problems = problems;
    }

    /// A value that is written in the program.
    static Tree fragment(String yaml) {
        var none = new Problems();
        var node = new Compose(SETTINGS).composeString(yaml).orElseThrow();
        return new TreeBuilder(new Substitution(_ -> Optional.empty(), new java.util.HashSet<>(), none), none)
                .build(node, Place.NOWHERE);
    }

    /// The keys of `file`; empty when they cannot be read, which is told.
    Optional<Mapping> read(String file, String text) {
        var start = new Place(file, 0, "");
        try {
            return document(text, start);
        } catch (MarkedYamlEngineException wrong) {
            var place = start.line(wrong.getProblemMark().map(YamlReader::line).orElse(0));
            problems.add(place, syntax(wrong));
        } catch (ReaderException wrong) {
            var line = 1
                    + text.codePoints()
                            .limit(wrong.getPosition())
                            .filter(point -> point == '\n')
                            .count();
            problems.add(
                    start.line((int) line),
                    "a control character that YAML does not allow (U+%04X)".formatted(wrong.getCodePoint()),
                    "take it out");
        } catch (YamlEngineException wrong) {
            problems.add(start, "is not YAML: " + wrong.getMessage(), "");
        }
        return Optional.empty();
    }

    private Optional<Mapping> document(String text, Place start) {
        var documents = new Compose(SETTINGS).composeAllFromString(text).iterator();
        if (!documents.hasNext()) {
            return nothing(start);
        }
        var first = documents.next();
        if (documents.hasNext()) {
            problems.add(
                    start.line(line(documents.next())),
                    "a second document begins here",
                    "write one document a file, and the files into one folder");
            return Optional.empty();
        }
        return keys(new TreeBuilder(substitution, problems).build(first, start), start);
    }

    private Optional<Mapping> keys(Tree tree, Place start) {
        return switch (tree) {
            case Mapping mapping -> Optional.of(mapping);
            case Scalar scalar when scalar.isAbsent() -> nothing(start);
            case Tree other -> {
                problems.add(other.place(), "holds no keys", "begin with a key such as \"monitors:\"");
                yield Optional.empty();
            }
        };
    }

    /// Never taken for "no monitors": a file that is about to be written is empty for a moment.
    private Optional<Mapping> nothing(Place start) {
        problems.add(start, "is empty", "write monitors into it, or take it away");
        return Optional.empty();
    }

    private static Complaint syntax(MarkedYamlEngineException wrong) {
        var problem = String.valueOf(wrong.getProblem());
        return problem.contains("TAB")
                ? new Complaint("a tab", "indent by spaces")
                : new Complaint("is not YAML: " + problem, "");
    }

    static int line(Node node) {
        return node.getStartMark().map(YamlReader::line).orElse(0);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
