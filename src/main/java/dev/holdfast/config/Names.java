package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.config.Tree.Sequence;
import dev.holdfast.observation.MonitorId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// The names a configuration gives to channels, credentials and templates, for those that refer to them.
record Names(List<String> channels, List<String> credentials, List<String> templates) {
    /// Of no configuration, to describe any.
    static final Names NONE = new Names(List.of(), List.of(), List.of());

    private static final String VALID = "use letters, digits and \"_\", \".\" or \"-\", at most 100";

    static Names in(Mapping file) {
        return new Names(keys(file, "channels"), keys(file, "credentials"), keys(file, "templates"));
    }

    private static List<String> keys(Mapping file, String section) {
        return file.get(section) instanceof Mapping mapping
                ? List.copyOf(mapping.members().keySet())
                : List.of();
    }

    Shape<String> channel() {
        return reference("the name of a channel", "channels", channels);
    }

    Shape<String> credential() {
        return reference("the name of a credential", "credentials", credentials);
    }

    Shape<String> template() {
        return reference("the name of a template", "templates", templates);
    }

    /// Every channel, as if they were written out.
    Tree everyChannel() {
        return new Sequence(channels.stream().<Tree>map(Scalar::text).toList(), Place.NOWHERE);
    }

    private static Shape<String> reference(String words, String section, List<String> known) {
        return Scalars.scalar(words, Schemas.text(), Optional::of, "")
                .where(name -> Complaint.unless(
                        known.contains(name), "is not among the " + section, remedy(name, section, known)));
    }

    private static String remedy(String name, String section, List<String> known) {
        return known.isEmpty() ? "there are none: add it under \"" + section + "\"" : Nearest.remedy(name, known);
    }

    /// What is wrong with the name of a channel, a credential or a monitor.
    static Optional<Complaint> complaint(String name) {
        return Complaint.unless(MonitorId.isValid(name), "is no valid name", VALID);
    }

    /// Tells every monitor whose name another one has, and every signature.
    static void unique(Mapping file, Problems problems) {
        unique(file, "monitors", "another monitor has this name, in ", problems);
        unique(file, "signatures", "another signature has this name, in ", problems);
    }

    private static void unique(Mapping file, String list, String complaint, Problems problems) {
        var first = new HashMap<String, Place>();
        for (var name : namesIn(file, list)) {
            var earlier = first.putIfAbsent(name.text(), name.place());
            if (earlier != null) {
                problems.add(name.place(), complaint + earlier.file() + ":" + earlier.line(), "give each its own");
            }
        }
    }

    private static List<Scalar> namesIn(Mapping file, String list) {
        return file.get(list) instanceof Sequence named
                ? named.items().stream().flatMap(one -> name(one).stream()).toList()
                : List.of();
    }

    private static Optional<Scalar> name(Tree named) {
        return named instanceof Mapping mapping && mapping.get("name") instanceof Scalar name && !name.isBroken()
                ? Optional.of(name)
                : Optional.empty();
    }
}
