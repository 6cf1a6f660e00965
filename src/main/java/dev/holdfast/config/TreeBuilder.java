package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.config.Tree.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Turns the nodes of one document into a [Tree]: aliases written out, references resolved, keys unique.
final class TreeBuilder {
    /// Aliases of aliases multiply: a page of them can stand for more nodes than there is memory.
    private static final int MOST_REPEATED = 10_000;

    private static final Set<Tag> COLLECTIONS = Set.of(Tag.MAP, Tag.SEQ);
    private static final Map<Tag, Scalar.Kind> KINDS = Map.of(
            Tag.STR, Scalar.Kind.TEXT,
            Tag.BOOL, Scalar.Kind.BOOLEAN,
            Tag.INT, Scalar.Kind.INTEGER,
            Tag.FLOAT, Scalar.Kind.DECIMAL,
            Tag.NULL, Scalar.Kind.NULL);

    private final Substitution substitution;
    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int repeated;

    TreeBuilder(Substitution substitution, Problems problems) {
        this.substitution = substitution;
        this.problems = problems;
    }

    Tree build(Node node, Place place) {
        if (!open.add(node)) {
            return broken(place, "contains itself", "write it out without the alias");
        }
        try {
            return seen.add(node) || ++repeated <= MOST_REPEATED
                    ? converted(node, place)
                    : broken(place, "too much is repeated by aliases", "put what is common under \"defaults\"");
        } finally {
            open.remove(node);
        }
    }

    private Tree converted(Node node, Place place) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, place);
            case SequenceNode sequence -> sequence(sequence, place);
            case MappingNode mapping -> mapping(mapping, place);
            default -> throw new IllegalStateException("a node of an unknown kind: " + node.getNodeType());
        };
    }

    private Tree scalar(ScalarNode node, Place place) {
        var kind = KINDS.get(node.getTag());
        return kind == null ? tagged(node, place) : substitution.resolve(node.getValue(), kind, place);
    }

    private Tree sequence(SequenceNode node, Place place) {
        if (!COLLECTIONS.contains(node.getTag())) {
            return tagged(node, place);
        }
        var items = new ArrayList<Tree>();
        for (var item : node.getValue()) {
            items.add(build(item, place.item(items.size(), YamlReader.line(item))));
        }
        return new Sequence(items, place);
    }

    private Tree mapping(MappingNode node, Place place) {
        if (!COLLECTIONS.contains(node.getTag())) {
            return tagged(node, place);
        }
        var members = new LinkedHashMap<String, Tree>();
        var lines = new HashMap<String, Integer>();
        for (var tuple : node.getValue()) {
            member(tuple, place, members, lines);
        }
        return new Mapping(members, place);
    }

    private void member(NodeTuple tuple, Place parent, Map<String, Tree> members, Map<String, Integer> lines) {
        int line = YamlReader.line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.add(parent.line(line), "a key that is a list or a mapping", "write a word for a key");
            return;
        }
        var place = parent.key(key.getValue(), line);
        var first = lines.putIfAbsent(key.getValue(), line);
        if (first != null) {
            problems.add(place, "is given twice, first in line " + first, "take one of them out");
            return;
        }
        members.put(key.getValue(), build(tuple.getValueNode(), place));
    }

    private Tree tagged(Node node, Place place) {
        return broken(place, "the YAML tag " + node.getTag().getValue() + " means nothing here", "take it out");
    }

    private Tree broken(Place place, String message, String remedy) {
        problems.add(place, message, remedy);
        return new Scalar("", "", Scalar.Kind.BROKEN, place);
    }
}
