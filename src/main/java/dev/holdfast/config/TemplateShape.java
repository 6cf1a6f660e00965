package dev.holdfast.config;

import dev.holdfast.alert.Template;
import java.util.Optional;

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
        return new Complaint("{{" + name + "}} names nothing", Nearest.remedy(name, Template.names()));
    }
}
