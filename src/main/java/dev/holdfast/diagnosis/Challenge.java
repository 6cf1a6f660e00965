package dev.holdfast.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One challenge of a `WWW-Authenticate` or `Proxy-Authenticate` header.
///
/// @param scheme as sent, such as `Bearer`
/// @param parameters by name in lower case, without quotes
record Challenge(String scheme, Map<String, String> parameters) {
    private static final int MOST = 16;
    private static final int LONGEST = 8_000;

    /// A parameter, or failing that a word: the name of a scheme, or what Negotiate and its kin send behind theirs.
    private static final Pattern PART = Pattern.compile(
            "([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"?|([^\\s,\"=]+))" + "|([^\\s,\"]+)");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,40}");

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    /// Every challenge of `headers`: several may share one header, and their parameters may hold commas.
    static List<Challenge> of(List<String> headers) {
        var challenges = new ArrayList<Challenge>();
        headers.forEach(header -> read(header.substring(0, Math.min(header.length(), LONGEST)), challenges));
        return challenges.stream().limit(MOST).toList();
    }

    private static void read(String header, List<Challenge> challenges) {
        var parts = PART.matcher(header);
        String scheme = "";
        var parameters = new LinkedHashMap<String, String>();
        boolean fresh = true;
        while (parts.find()) {
            var word = parts.group(4);
            if (word == null) {
                var quoted = parts.group(2);
                parameters.putIfAbsent(
                        parts.group(1).toLowerCase(Locale.ROOT),
                        quoted == null ? parts.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            } else if ((fresh || startsAnew(header, parts.start()))
                    && SCHEME.matcher(word).matches()) {
                add(challenges, scheme, parameters);
                scheme = word;
                parameters.clear();
            }
            fresh = false;
        }
        add(challenges, scheme, parameters);
    }

    /// Behind a comma: a word that is no parameter begins the next challenge.
    private static boolean startsAnew(String header, int at) {
        return header.substring(0, at).stripTrailing().endsWith(",");
    }

    private static void add(List<Challenge> challenges, String scheme, Map<String, String> parameters) {
        if (!scheme.isEmpty() && challenges.size() < MOST) {
            challenges.add(new Challenge(scheme, parameters));
        }
    }

    /// The value of a parameter that is there and not empty.
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /// Such as `Bearer (realm "api")`.
    String shown() {
        return Redaction.of(scheme, 40)
                + parameter("realm")
                        .map(realm -> " (realm \"" + Redaction.of(realm, 60) + "\")")
                        .orElse("");
    }
}
