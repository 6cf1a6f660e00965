package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Fields.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a health body says: which component fails. Reads Spring Boot, MicroProfile, `health+json`, ASP.NET,
/// Terminus, the verbose text of Kubernetes, and what people write by hand.
///
/// @param failing the names of the failing components, in order; empty when the body only says that something fails
/// @param state the word for how it is, as the body says it
record Health(List<String> failing, String state) {
    private static final Set<String> BAD = Set.of(
            "down",
            "out_of_service",
            "fail",
            "failed",
            "failing",
            "error",
            "unhealthy",
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
    private static final Set<String> FRAMES = Set.of(
            "components",
            "checks",
            "entries",
            "details",
            "info",
            "error",
            "results",
            "status",
            "data",
            "healthchecks",
            "dependencies",
            "services",
            "subsystems",
            "health");
    private static final Pattern DATABASE = Pattern.compile(
            "(?:.*[._:-])?(?:db|database|datasource|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|redis|oracle|mssql|sqlserver"
                    + "|sql|cassandra|elasticsearch|prisma|typeorm|sequelize|r2dbc|jdbc|neo4j)(?:[._:-].*|health(?:check|indicator)?)?");
    private static final Pattern KUBERNETES = Pattern.compile("^\\[-](\\S{1,100}) failed", Pattern.MULTILINE);
    private static final int MOST = 5;
    private static final int LONGEST_WORD = 20;
    private static final int LONGEST_NAME = 100;

    /// Reads `body`; empty when it is no health body or all is well.
    static Optional<Health> of(String body) {
        return Fields.isJson(body) ? json(Fields.of(body)) : verbose(body);
    }

    /// The cause when nothing in the body says it plainer: a database that is down, a disk that is full.
    Optional<Cause> cause() {
        if (failing.stream().anyMatch(Health::isDatabase)) {
            return Optional.of(Cause.DATABASE_UNREACHABLE);
        }
        return failing.contains("diskspace") ? Optional.of(Cause.DISK_FULL) : Optional.empty();
    }

    /// Such as `component db is DOWN`.
    String sentence() {
        if (failing.isEmpty()) {
            return "the health body says " + state;
        }
        return (failing.size() == 1 ? "component " : "components ")
                + Redaction.of(String.join(", ", failing))
                + (failing.size() == 1 ? " is " : " are ")
                + state;
    }

    private static Optional<Health> verbose(String body) {
        if (body.length() > LONGEST_NAME && !body.contains("[-]")) {
            return Optional.empty();
        }
        var failing = KUBERNETES
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .limit(MOST)
                .toList();
        if (!failing.isEmpty()) {
            return Optional.of(new Health(failing, "failed"));
        }
        var word = body.strip();
        return word.equalsIgnoreCase("unhealthy") || word.equalsIgnoreCase("degraded")
                ? Optional.of(new Health(List.of(), word))
                : Optional.empty();
    }

    private static Optional<Health> json(List<Field> fields) {
        var failing = new LinkedHashSet<String>();
        String state = null;
        String name = "";
        for (var field : fields) {
            if (field.key().equals("name")) {
                name = field.value();
            }
            if (isBad(field)) {
                var component = component(field, name);
                if (component != null && failing.size() < MOST) {
                    failing.add(component.substring(0, Math.min(component.length(), LONGEST_NAME)));
                    state = field.value();
                } else if (component == null && state == null && isOfHealth(fields)) {
                    state = field.value();
                }
            }
        }
        return state == null ? Optional.empty() : Optional.of(new Health(List.copyOf(failing), state));
    }

    private static boolean isBad(Field field) {
        return field.value().length() <= LONGEST_WORD
                && BAD.contains(field.value().toLowerCase(Locale.ROOT))
                && (field.key().equals("status") || field.key().equals("state") || isDatabase(field.key()));
    }

    /// No name is long: of a long one the pattern would cost the square.
    private static boolean isDatabase(String name) {
        return name.length() <= LONGEST_NAME && DATABASE.matcher(name).matches();
    }

    /// The component a bad word is about; null for the body as a whole.
    private static @Nullable String component(Field field, String lastName) {
        if (!field.key().equals("status") && !field.key().equals("state")) {
            return field.key();
        }
        var keys = field.keys();
        if (keys.size() < 2) {
            return null;
        }
        var parent = keys.get(keys.size() - 2);
        if (!FRAMES.contains(parent)) {
            return parent;
        }
        return lastName.isEmpty() ? null : lastName;
    }

    /// Whether `status` is one of a health body and not of any other answer.
    private static boolean isOfHealth(List<Field> fields) {
        return fields.stream()
                .flatMap(field -> field.keys().stream())
                .anyMatch(key -> key.equals("components") || key.equals("checks") || key.equals("entries"));
    }
}
