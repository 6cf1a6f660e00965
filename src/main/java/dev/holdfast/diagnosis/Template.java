package dev.holdfast.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes a wording's template apart.
final class Template {
    private static final Pattern CHOICE = Pattern.compile("\\(([^()]*\\|[^()]*)\\)");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    private Template() {}

    /// Every text that results from choosing one of each `(a|b)`.
    static List<String> alternatives(String template) {
        var choice = CHOICE.matcher(template);
        if (!choice.find()) {
            return List.of(template.strip().replaceAll("\\s+", " "));
        }
        var all = new ArrayList<String>();
        for (var one : choice.group(1).split("\\|", -1)) {
            all.addAll(alternatives(template.substring(0, choice.start()) + one + template.substring(choice.end())));
        }
        return all;
    }

    /// The words and the places between them, in order.
    static List<String> parts(String template) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (var places = PLACE.matcher(template); places.find(); from = places.end()) {
            add(parts, template.substring(from, places.start()));
            parts.add(places.group());
        }
        add(parts, template.substring(from));
        return parts;
    }

    private static void add(List<String> parts, String words) {
        if (!words.isBlank()) {
            parts.add(words.strip());
        }
    }
}
