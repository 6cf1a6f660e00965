package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// From files to checked records.
public final class Config {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Defaults DEFAULTS =
            new Defaults(FileShape.defaults(MonitorShape.of(Names.NONE)).keys());

    private Config() {}

    /// Reads and checks a configuration whole: either all of it is good, or every problem is told.
    ///
    /// @param start a file, or a folder of files that end in `.yml` or `.yaml`
    public static Loaded load(Path start, Environment environment) {
        var problems = new Problems();
        var references = new LinkedHashSet<Path>();
        var reader = new YamlReader(new Substitution(environment, references, problems), problems);
        var files = new Sources(start, problems).read(reader);
        return files.isEmpty()
                ? new Loaded.Bad(problems.inOrder(), references)
                : checked(new Merge(problems).all(files), problems, references);
    }

    /// A configuration that watches these addresses and nothing else, everything as usual.
    public static Loaded ofUrls(List<String> urls) {
        return checked(AdHoc.watching(urls), new Problems(), Set.of());
    }

    private static Loaded checked(Mapping written, Problems problems, Set<Path> references) {
        var file = DEFAULTS.applied(written);
        var names = Names.in(file);
        var shape = FileShape.of(names);
        names.check(file, problems);
        var settings = shape.read(file, problems);
        return settings.isPresent() && problems.isEmpty()
                ? new Loaded.Good(settings.get(), Doubts.about(file), new Effective(shape, file), references)
                : new Loaded.Bad(problems.inOrder(), references);
    }

    /// The JSON Schema of a configuration file, draft 2020-12.
    public static String schema() {
        return MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsString(Schemas.document(FileShape.of(Names.NONE).schema()));
    }
}
