package dev.holdfast.alert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The tags of one template, each read within the sections around it.
final class Tags {
    private static final Pattern TAG =
            Pattern.compile("\\{\\{(?:!.*?|\\{?\\s*(?<mark>[#^/&>=<$]?)\\s*(?<name>[^{}]*?)\\s*}?)}}", Pattern.DOTALL);

    /// Mustache's own names, for what a section goes through.
    private static final Set<String> OWN = Set.of(".", "this", "-first", "-last", "-index");

    private final Deque<String> sections = new ArrayDeque<>();
    private final List<String> unknown = new ArrayList<>();

    private Tags() {}

    /// The names in `template` that stand for nothing where they stand.
    ///
    /// @throws IllegalArgumentException when it is none, or asks for what messages do not need
    static List<String> unknown(String template) {
        if (TAG.matcher(template).replaceAll("").contains("{{")) {
            throw new IllegalArgumentException("is no template: {{ without }}");
        }
        var tags = new Tags();
        TAG.matcher(template)
                .results()
                .filter(tag -> tag.group("mark") != null) // a remark has none
                .forEach(tag -> tags.read(tag.group("mark"), tag.group("name")));
        return tags.unknown;
    }

    private void read(String mark, String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("is no template: {{}} without a name");
        }
        switch (mark) {
            case "", "&" -> check(name, valued(name));
            case "#" -> enter(name);
            case "^" -> {
                check(name, known(name));
                sections.push("");
            }
            case "/" -> leave(name);
            default ->
                throw new IllegalArgumentException(
                        "uses {{" + mark + "...}}, which is not available here: a template is one text");
        }
    }

    private void leave(String name) {
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("is no template: {{/" + name + "}} ends nothing");
        }
        sections.pop();
    }

    private void enter(String name) {
        var path = known(name);
        check(name, path);
        sections.push(path.orElse(""));
    }

    private void check(String name, Optional<String> path) {
        if (path.isEmpty() && !isOwn(name)) {
            unknown.add(name);
        }
    }

    private boolean isOwn(String name) {
        return OWN.contains(name) && !sections.isEmpty();
    }

    /// What `name` stands for, when that can be written: an object cannot, only what is in it.
    private Optional<String> valued(String name) {
        return known(name).filter(path -> Values.NAMES.stream().noneMatch(other -> other.startsWith(path + ".")));
    }

    /// What `name` stands for, looked up from the innermost section outwards.
    private Optional<String> known(String name) {
        return Stream.concat(sections.stream().map(section -> section + "." + name), Stream.of(name))
                .filter(Values.NAMES::contains)
                .findFirst();
    }
}
