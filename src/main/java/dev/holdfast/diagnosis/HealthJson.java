package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Fields.Field;
import dev.holdfast.diagnosis.Health.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A health body in JSON, in whatever shape: objects with a word for how they are, under the name of a component or
/// with a name of their own, or names with the word alone.
final class HealthJson {
    private static final Set<String> BAD = Set.of(
            "down",
            "out_of_service",
            "fail",
            "failed",
            "failing",
            "failure",
            "error",
            "errored",
            "unhealthy",
            "degraded",
            "critical",
            "disconnected",
            "unreachable",
            "unavailable",
            "not connected",
            "offline",
            "not ready",
            "not_ready",
            "nok",
            "ko");
    /// Words that are said of nothing but health.
    private static final Set<String> PLAIN = Set.of("down", "out_of_service", "unhealthy", "degraded");
    private static final Set<String> GOOD = Set.of("up", "ok", "pass", "passing", "healthy", "warn", "ready", "online");
    private static final Set<String> STATES = Set.of("status", "state", "health");
    private static final Set<String> YES_OR_NO = Set.of("healthy", "ok", "up", "alive", "available", "connected");
    private static final Set<String> FRAMES = Set.of(
            "components",
            "checks",
            "entries",
            "details",
            "info",
            "error",
            "errors",
            "results",
            "status",
            "data",
            "healthchecks",
            "health_checks",
            "dependencies",
            "services",
            "subsystems",
            "indicators",
            "health");
    /// Frames that hold components and hardly anything else.
    private static final Set<String> OWN_FRAMES = Set.of(
            "components",
            "checks",
            "entries",
            "healthchecks",
            "health_checks",
            "dependencies",
            "subsystems",
            "indicators");
    private static final List<String> NAMES = List.of("name", "component", "componentname", "service", "id");
    private static final List<String> MESSAGES = List.of(
            "error",
            "exception",
            "output",
            "message",
            "err",
            "errormessage",
            "error_message",
            "lasterror",
            "last_error",
            "reason",
            "description",
            "detail",
            "cause",
            "msg");
    private static final Pattern WORD =
            Pattern.compile("(?i)([a-z_]+|not (?:connected|ready))(?:$|\\s*[:(,-]+\\s*(.{0,300}))", Pattern.DOTALL);
    private static final int FEW = 6;
    /// That of the longest bad word.
    private static final int LONGEST_WORD = 14;

    private final List<Field> fields;
    private final List<Part> parts = new ArrayList<>();
    private final boolean believed;

    /// An object of the body.
    ///
    /// @param path the keys that lead to it
    private record Part(List<String> path, Map<String, String> values) {

        Optional<String> first(List<String> keys) {
            return keys.stream()
                    .flatMap(key -> Optional.ofNullable(values.get(key)).stream())
                    .filter(value -> !value.isBlank() && !value.equals("null"))
                    .findFirst();
        }

        boolean isWithin(Part outer) {
            return path.size() > outer.path.size()
                    && path.subList(0, outer.path.size()).equals(outer.path);
        }
    }

    /// What fails; empty when this is no health body or all is well.
    ///
    /// @param isPlace whether it comes from where health bodies come from
    /// @param believed whether a component's word is believed wherever it stands
    static Optional<Health> health(List<Field> fields, boolean isPlace, boolean believed) {
        // Most bodies say nothing bad in any value.
        return fields.stream().anyMatch(field -> speaksIll(field.value()))
                ? new HealthJson(fields, believed).health(isPlace)
                : Optional.empty();
    }

    private HealthJson(List<Field> fields, boolean believed) {
        this.fields = fields;
        this.believed = believed;
        fields.forEach(this::add);
    }

    /// A key that comes again under the same path belongs to the next object of an array.
    private void add(Field field) {
        var path = field.keys().isEmpty()
                ? field.keys()
                : field.keys().subList(0, field.keys().size() - 1);
        for (int at = parts.size() - 1; at >= 0; at--) {
            var part = parts.get(at);
            if (part.path.equals(path) && !part.values.containsKey(field.key())) {
                part.values.put(field.key(), field.value());
                return;
            }
            if (part.path.equals(path)) {
                break;
            }
        }
        parts.add(new Part(path, new LinkedHashMap<>(Map.of(field.key(), field.value()))));
    }

    private Optional<Health> health(boolean isPlace) {
        boolean looksIt = looksLikeHealth();
        var failing = new LinkedHashMap<String, Component>();
        for (int at = 0; at < parts.size() && failing.size() <= 2 * Health.MOST; at++) {
            for (var component : failingAt(at)) {
                if (isPlace || looksIt || component.isDatabase() || (believed && isFramed(parts.get(at)))) {
                    failing.merge(
                            component.name(),
                            component,
                            (one, again) -> one.message().isEmpty() ? again : one);
                }
            }
        }
        var whole = wholeState();
        if (!failing.isEmpty()) {
            var leaves = leaves(List.copyOf(failing.values()));
            return Optional.of(new Health(leaves, whole.orElse(leaves.getFirst().state())));
        }
        return whole.filter(state -> isPlace || looksIt).map(state -> new Health(List.of(), state));
    }

    /// A component whose parts fail fails because of them.
    private static List<Component> leaves(List<Component> failing) {
        return failing.stream()
                .filter(one -> failing.stream().noneMatch(other -> other.name().startsWith(one.name() + "/")))
                .limit(Health.MOST)
                .toList();
    }

    private boolean isFramed(Part part) {
        return part.path.stream().anyMatch(OWN_FRAMES::contains);
    }

    private boolean looksLikeHealth() {
        var top = topWord();
        boolean hasFrame = fields.stream()
                .anyMatch(field -> !field.keys().isEmpty()
                        && OWN_FRAMES.contains(field.keys().getFirst()));
        boolean isTerminus = fields.stream()
                        .anyMatch(field -> field.keys().size() > 2
                                && field.keys().getFirst().equals("details")
                                && STATES.contains(field.key()))
                && !top.isEmpty();
        boolean isWord = BAD.contains(top) || GOOD.contains(top);
        return isTerminus || (hasFrame && isWord) || (PLAIN.contains(top) && fields.size() <= FEW);
    }

    private String topWord() {
        return fields.stream()
                .filter(field -> field.keys().size() == 1 && STATES.contains(field.key()))
                .map(field -> field.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private Optional<String> wholeState() {
        return fields.stream()
                .filter(field -> field.keys().size() == 1 && STATES.contains(field.key()))
                .map(Field::value)
                .filter(HealthJson::isBad)
                .findFirst();
    }

    private static boolean isBad(String word) {
        return word.length() <= LONGEST_WORD && BAD.contains(word.toLowerCase(Locale.ROOT));
    }

    /// Whether `value` may say that something is not well: it begins with a bad word, or is the opposite of yes.
    private static boolean speaksIll(String value) {
        int start = 0;
        while (start < value.length() && Character.isWhitespace(value.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < value.length() && end - start <= LONGEST_WORD && isOfWord(value.charAt(end))) {
            end++;
        }
        var word = value.substring(start, end);
        return word.equals("false") || word.equalsIgnoreCase("not") || isBad(word);
    }

    private static boolean isOfWord(char letter) {
        return letter == '_' || (letter < 0x80 && Character.isLetter(letter));
    }

    private List<Component> failingAt(int at) {
        var part = parts.get(at);
        var state = state(part);
        var name = state == null ? null : name(part);
        return name != null && state != null
                ? List.of(new Component(name, state, message(at)))
                : part.values.entrySet().stream()
                        .filter(entry -> speaksIll(entry.getValue()) && mayBeComponent(part, entry.getKey()))
                        .flatMap(entry -> said(entry.getKey(), entry.getValue()).stream())
                        .toList();
    }

    /// The word that says that `part` is not well; null when it is, or says nothing.
    private static @Nullable String state(Part part) {
        for (var entry : part.values.entrySet()) {
            if (STATES.contains(entry.getKey()) && isBad(entry.getValue())) {
                return entry.getValue();
            }
            if (YES_OR_NO.contains(entry.getKey()) && entry.getValue().equals("false")) {
                return "not " + entry.getKey();
            }
        }
        return null;
    }

    /// What `part` is about; null for the body as a whole.
    private static @Nullable String name(Part part) {
        if (part.path.isEmpty()) {
            return null;
        }
        if (FRAMES.contains(part.path.getLast())) {
            return part.first(NAMES).map(name -> name.toLowerCase(Locale.ROOT)).orElse(null);
        }
        var named = part.path.stream().filter(key -> !FRAMES.contains(key)).toList();
        return named.isEmpty() ? null : String.join("/", named);
    }

    /// Whether a key of `part` may be the name of a component.
    private static boolean mayBeComponent(Part part, String key) {
        if (FRAMES.contains(key) || MESSAGES.contains(key) || NAMES.contains(key) || YES_OR_NO.contains(key)) {
            return false;
        }
        boolean isFramed = !part.path.isEmpty() && part.path.stream().allMatch(FRAMES::contains);
        return isFramed || (part.path.size() <= 1 && Component.isDatabase(key));
    }

    private static Optional<Component> said(String name, String value) {
        if (value.equals("false")) {
            return Optional.of(new Component(name, "failing", ""));
        }
        var word = WORD.matcher(value.strip());
        return word.matches() && isBad(word.group(1))
                ? Optional.of(new Component(name, word.group(1), word.group(2) == null ? "" : word.group(2)))
                : Optional.empty();
    }

    /// Its own message, or that of what stands within it.
    private String message(int at) {
        var part = parts.get(at);
        var own = part.first(MESSAGES);
        for (int inner = at + 1; own.isEmpty() && inner < parts.size(); inner++) {
            if (parts.get(inner).path.equals(part.path)) {
                break;
            }
            if (parts.get(inner).isWithin(part)) {
                own = parts.get(inner).first(MESSAGES);
            }
        }
        return own.orElse("");
    }
}
