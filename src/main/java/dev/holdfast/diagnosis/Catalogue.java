package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Sections.Section;
import dev.holdfast.diagnosis.Signature.Terms;
import dev.holdfast.diagnosis.Signature.Weighed;
import dev.holdfast.diagnosis.Signature.Weight;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The built-in signatures, as they stand in the `.signatures` files beside this class.
final class Catalogue {
    static final List<String> FAMILIES = List.of(
            "postgresql",
            "mysql",
            "sqlite",
            "oracle",
            "sqlserver",
            "h2",
            "clickhouse",
            "cassandra",
            "mongodb",
            "other",
            "driver",
            "migration",
            "resource",
            "gateway",
            "program");

    private Catalogue() {}

    /// Every signature, in the order of the families and of each file.
    static List<Signature> signatures() {
        return FAMILIES.stream()
                .flatMap(family -> Sections.read(family + ".signatures").stream())
                .map(Catalogue::signature)
                .toList();
    }

    private static Signature signature(Section section) {
        var cause = Cause.valueOf(section.one("cause").toUpperCase(Locale.ROOT));
        return new Signature(
                section.name(),
                cause,
                section.maybe("dialect")
                        .map(dialect -> Dialect.valueOf(dialect.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                section.one("about"),
                section.maybe("clause").orElse(null),
                terms(section, cause));
    }

    private static Terms terms(Section section, Cause cause) {
        return new Terms(
                Stream.of(
                                said(section, "says", Weight.SENTENCE),
                                codes(section, cause),
                                said(section, "hints", Weight.GENERIC),
                                said(section, "from", Weight.VAGUE),
                                whole(section))
                        .flatMap(marks -> marks)
                        .toList(),
                wordings(section, "unless"),
                wordings(section, "with"),
                wordings(section, "without"));
    }

    private static Stream<Weighed> said(Section section, String key, Weight weight) {
        return section.inEveryLanguage(key).stream()
                .flatMap(template -> Wording.of(template).stream())
                .map(wording -> new Weighed(wording, weight));
    }

    private static Stream<Weighed> codes(Section section, Cause cause) {
        return section.all("code").stream()
                .flatMap(codes -> Stream.of(codes.split("\\s+")))
                .map(code -> new Weighed(new Code(code, cause == Cause.RELATION_MISSING), Weight.CODE));
    }

    private static Stream<Weighed> whole(Section section) {
        return section.inEveryLanguage("whole").stream().map(words -> new Weighed(new Whole(words), Weight.GENERIC));
    }

    private static List<Mark> wordings(Section section, String key) {
        return section.inEveryLanguage(key).stream()
                .flatMap(template -> Wording.of(template).stream())
                .<Mark>map(wording -> wording)
                .toList();
    }
}
