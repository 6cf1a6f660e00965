package dev.holdfast.config;

import dev.holdfast.alert.Template;
import java.util.Optional;
import java.util.stream.Collectors;

/// How people want messages to be written.
final class TemplateShape {
    private static final String MUSTACHE = ", in Mustache; by default the usual one.";

    private static final Shape<String> TEXT = Scalars.TEXT.where(TemplateShape::complaint);

    static final Section<Template> SHAPE = Section.of("template", keys -> {
        var title = keys.optional("title", TEXT, "The line that is read first" + MUSTACHE);
        var body = keys.optional("body", TEXT, "All else" + MUSTACHE);
        return given -> new Template(given.maybe(title), given.maybe(body));
    });

    private TemplateShape() {}

    private static Optional<Complaint> complaint(String text) {
        try {
            return Template.unknown(text).stream().findFirst().map(TemplateShape::unknown);
        } catch (IllegalArgumentException broken) {
            return Optional.of(new Complaint("" + broken.getMessage(), ""));
        }
    }

    private static Complaint unknown(String name) {
        return firstWithin(name)
                .map(part ->
                        new Complaint("{{" + name + "}} holds several values", "write one of them, such as " + part))
                .orElseGet(() -> new Complaint("{{" + name + "}} names nothing", remedy(name)));
    }

    private static Optional<String> firstWithin(String name) {
        return Template.names().stream()
                .filter(other -> other.startsWith(name + "."))
                .findFirst();
    }

    /// Who forgets where a name belongs still remembers its end.
    private static String remedy(String name) {
        var byEnd = Template.names().stream()
                .collect(Collectors.toMap(TemplateShape::end, whole -> whole, (first, _) -> first));
        return Nearest.to(name, Template.names())
                .or(() -> Nearest.to(name, byEnd.keySet()).map(byEnd::get))
                .map(meant -> "did you mean \"" + meant + "\"?")
                .orElseGet(() -> Nearest.remedy(name, Template.names()));
    }

    private static String end(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
