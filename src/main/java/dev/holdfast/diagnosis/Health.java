package dev.holdfast.diagnosis;

import dev.holdfast.observation.Headers;
import dev.holdfast.observation.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a health body says: which component fails, and what the component says of it. Reads Spring Boot,
/// MicroProfile, `health+json`, ASP.NET, Terminus, the verbose text of Kubernetes, and what people write by hand.
///
/// @param failing the failing components, in order; empty when the body only says that something fails
/// @param state the word for how the whole is, as the body says it
record Health(List<Component> failing, String state) {
    static final int MOST = 5;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_MESSAGE = 160;

    private static final Pattern DATABASE = Pattern.compile(
            "(?:.*[._:/-])?(?:db|database|datasource|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|redis|oracle|mssql|sqlserver"
                    + "|sql|cassandra|elasticsearch|prisma|typeorm|sequelize|r2dbc|jdbc|neo4j)"
                    + "(?:[._:/-].*|health(?:check|indicator)?)?");
    private static final Set<String> DISKS = Set.of("diskspace", "disk", "disk_space", "disk-space");
    private static final Set<String> HALF_WELL = Set.of("degraded", "warn", "warning");
    private static final Pattern KUBERNETES =
            Pattern.compile("^\\[-](\\S{1,100}) failed(?:: (.{1,300}))?", Pattern.MULTILINE);
    private static final Pattern VERBOSE = Pattern.compile("\\s*\\[[+-]][A-Za-z]");
    private static final Pattern PATH = Pattern.compile(
            "(?i)/[_.-]*(?:health[a-z_-]*|ready[a-z]*|readiness|live[a-z]*|liveness|heartbeat|status[a-z]*|ping|up|alive"
                    + "|actuator|hc)(?:[/.]|$)");

    /// A component that fails.
    ///
    /// @param message what it says of it, empty when it says nothing
    record Component(String name, String state, String message) {

        /// Such as `component db is DOWN: Connection refused`.
        String sentence() {
            return "component " + name() + " is " + state() + (message.isEmpty() ? "" : ": " + message());
        }

        boolean isDatabase() {
            return isDatabase(name);
        }

        /// No name is long: of a long one the pattern would cost the square.
        static boolean isDatabase(String name) {
            return name.length() <= LONGEST_NAME && DATABASE.matcher(name).matches();
        }

        /// The same, fit to be shown.
        Component shown() {
            return new Component(
                    Redaction.of(name, LONGEST_NAME),
                    Redaction.of(state, LONGEST_NAME),
                    Redaction.of(Text.of(message, null).plain(), LONGEST_MESSAGE));
        }
    }

    Health {
        failing = failing.stream().map(Component::shown).toList();
        state = Redaction.of(state, LONGEST_NAME);
    }

    /// Reads `body`; empty when it is no health body or all is well.
    ///
    /// Below 500 a body has to look like one, or to come from where they come from: any other may speak of things
    /// that are down or have failed.
    ///
    /// @param request null when nobody knows
    static Optional<Health> of(int status, @Nullable Request request, Headers headers, Reading body) {
        if (status < 500 && status / 100 != 2) {
            return Optional.empty();
        }
        boolean isPlace = isPlace(request) || isType(headers);
        return body.isJson() && !VERBOSE.matcher(body.raw()).lookingAt()
                ? HealthJson.health(body.fields(), isPlace, isPlace || status >= 500)
                : verbose(body.raw());
    }

    private static boolean isPlace(@Nullable Request request) {
        return request != null
                && request.uri().getPath() != null
                && PATH.matcher(request.uri().getPath()).find();
    }

    private static boolean isType(Headers headers) {
        return headers.first("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.contains("health+json") || type.contains("spring-boot.actuator"))
                .isPresent();
    }

    private static Optional<Health> verbose(String body) {
        if (body.length() > LONGEST_NAME && !body.contains("[-]")) {
            return Optional.empty();
        }
        var failing = KUBERNETES
                .matcher(body)
                .results()
                .map(match -> new Component(match.group(1), "failed", reason(match.group(2))))
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

    private static String reason(@Nullable String said) {
        return said == null || said.startsWith("reason withheld") ? "" : said;
    }

    /// The cause when nothing in the body says it plainer: a database that is down, a disk that is full.
    Cause cause() {
        var down = failing.stream()
                .filter(component -> !HALF_WELL.contains(component.state().toLowerCase(Locale.ROOT)))
                .toList();
        if (down.stream().anyMatch(Component::isDatabase)) {
            return Cause.DATABASE_UNREACHABLE;
        }
        return down.stream().anyMatch(component -> DISKS.contains(component.name()))
                ? Cause.DISK_FULL
                : Cause.APPLICATION_ERROR;
    }

    /// What the failing components say themselves, a line each.
    String messages() {
        return failing.stream().map(Component::message).collect(Collectors.joining("\n"));
    }

    /// Such as `component db is DOWN: Connection refused`.
    String sentence() {
        if (failing.isEmpty()) {
            return "the health body says " + state;
        }
        return failing.size() == 1 || !messages().isBlank()
                ? failing.stream().map(Component::sentence).collect(Collectors.joining("; "))
                : names();
    }

    /// The same without what the components say.
    String names() {
        var names = failing.stream().map(Component::name).collect(Collectors.joining(", "));
        return failing.size() == 1
                ? "component " + names + " is " + failing.getFirst().state()
                : "components " + names + " are " + failing.getFirst().state();
    }
}
