package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.config.Tree.Sequence;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A configuration made of addresses that somebody asks about right now.
final class AdHoc {
    private static final int LONGEST = 90;

    private AdHoc() {}

    static Mapping watching(List<String> urls) {
        var names = new HashSet<String>();
        var monitors = urls.stream()
                .<Tree>map(url -> monitor(url, unused(name(url), names)))
                .toList();
        return mapping(Map.of("monitors", new Sequence(monitors, Place.NOWHERE)));
    }

    private static Mapping monitor(String url, String name) {
        var asked = new Scalar(url, url, Scalar.Kind.TEXT, new Place(url, 0, ""));
        return mapping(Map.of("name", Scalar.text(name), "url", asked));
    }

    /// Host and path, in the characters a name may have.
    private static String name(String url) {
        var plain = url.replaceFirst("^[a-z]+://", "")
                .replaceAll("[^A-Za-z0-9_.-]+", "_")
                .replaceAll("^[.-]+|_+$", "");
        var brief = plain.substring(0, Math.min(LONGEST, plain.length()));
        return brief.isEmpty() ? "url" : brief;
    }

    private static String unused(String name, Set<String> names) {
        var unused = name;
        for (int number = 2; !names.add(unused); number++) {
            unused = name + "_" + number;
        }
        return unused;
    }

    private static Mapping mapping(Map<String, Tree> members) {
        return new Mapping(new LinkedHashMap<>(members), Place.NOWHERE);
    }
}
