package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.config.Tree.Sequence;
import dev.holdfast.incident.Selection;
import dev.holdfast.observation.MonitorId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The names a configuration gives to channels, credentials, templates, monitors and groups, for those that refer to
/// them.
record Names(List<String> channels, List<String> credentials, List<String> templates, List<Referent> monitors) {
    /// Of no configuration, to describe any.
    static final Names NONE = new Names(List.of(), List.of(), List.of(), List.of());

    private static final String VALID = "use letters, digits and \"_\", \".\" or \"-\", at most 100";

    /// @param file with what its defaults say written out
    static Names in(Mapping file) {
        return new Names(keys(file, "channels"), keys(file, "credentials"), keys(file, "templates"), Referent.in(file));
    }

    private static List<String> keys(Mapping file, String section) {
        return file.get(section) instanceof Mapping mapping
                ? List.copyOf(mapping.members().keySet())
                : List.of();
    }

    Shape<String> channel() {
        return reference("the name of a channel", "channels", channels, channels);
    }

    Shape<String> credential() {
        return reference("the name of a credential", "credentials", credentials, credentials);
    }

    Shape<String> monitor() {
        return reference("the name of a monitor", "monitors", texts(Referent::name), printable(Referent::name));
    }

    /// Which monitors: a name, in which `*` stands for any characters.
    Shape<String> someMonitors() {
        return pattern("the name of a monitor, * for any characters", "monitor", Referent::name);
    }

    /// Which groups, likewise.
    Shape<String> someGroups() {
        return pattern("the name of a group, * for any characters", "group", Referent::group);
    }

    Dependencies dependencies() {
        return new Dependencies(monitors);
    }

    Shape<String> template() {
        return reference("the name of a template", "templates", templates, templates);
    }

    /// Every channel, as if they were written out.
    Tree everyChannel() {
        return new Sequence(channels.stream().<Tree>map(Scalar::text).toList(), Place.NOWHERE);
    }

    private Set<String> texts(Function<Referent, Scalar> part) {
        return monitors.stream().map(part).map(Scalar::text).collect(Collectors.toSet());
    }

    /// Those that may be printed: what was substituted may be secret.
    private Collection<String> printable(Function<Referent, Scalar> part) {
        return monitors.stream()
                .map(part)
                .filter(name -> name.text().equals(name.shown()) && !name.text().isEmpty())
                .map(Scalar::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Shape<String> reference(
            String words, String section, Collection<String> known, Collection<String> printable) {
        return Scalars.scalar(words, Schemas.text(), Optional::of, "")
                .where(name -> Complaint.unless(
                        known.contains(name),
                        "is not among the " + section,
                        Nearest.remedy(name, printable, "there are none: add it under \"" + section + "\"")));
    }

    private Shape<String> pattern(String words, String kind, Function<Referent, Scalar> part) {
        var known = texts(part);
        var printable = printable(part);
        return Scalars.scalar(words, Schemas.text(), Optional::of, "")
                .where(pattern -> Complaint.unless(
                        known.stream().anyMatch(name -> Selection.matches(pattern, name)),
                        "matches no " + kind,
                        Nearest.remedy(pattern, printable, "no monitor has one")));
    }

    /// What is wrong with the name of a channel, a credential or a monitor.
    static Optional<Complaint> complaint(String name) {
        return Complaint.unless(MonitorId.isValid(name), "is no valid name", VALID);
    }

    /// Tells what is wrong among what has a name: monitors and signatures whose name another one has, and dependencies
    /// in a circle.
    void check(Mapping file, Problems problems) {
        unique(monitors.stream().map(Referent::name).toList(), "another monitor has this name, in ", problems);
        unique(namesIn(file, "signatures"), "another signature has this name, in ", problems);
        dependencies().tellCircles(problems);
    }

    private static void unique(List<Scalar> names, String complaint, Problems problems) {
        var first = new HashMap<String, Place>();
        for (var name : names) {
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
