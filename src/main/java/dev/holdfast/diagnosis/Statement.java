package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Fields.Field;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a response below 500 says of itself: the part of its body that may tell of a failure.
///
/// A 5xx has failed, whatever its body is made of. Below that a body may quote any error there is: documentation,
/// logs, a list of incidents. There only what stands where an answer puts its own error counts.
final class Statement {
    private static final Set<String> ERRORS = Set.of(
            "error",
            "errors",
            "exception",
            "err",
            "fault",
            "failure",
            "errormessage",
            "error_message",
            "errormsg",
            "error_msg",
            "errmsg",
            "sqlmessage",
            "sqlstate",
            "errorcode",
            "error_code",
            "traceback",
            "stacktrace",
            "iserror",
            "is_error");
    private static final Set<String> MESSAGES = Set.of(
            "message",
            "msg",
            "detail",
            "details",
            "description",
            "error_description",
            "reason",
            "cause",
            "title",
            "hint",
            "text",
            "debug",
            "debugmessage",
            "debug_message",
            "info",
            "faultstring",
            "stack",
            "trace",
            "developermessage",
            "internalmessage",
            "statustext",
            "code",
            "name",
            "type",
            "note",
            "content",
            "body",
            "response",
            "data",
            "result",
            "output",
            "log");
    /// What holds other things than the answer's own error.
    private static final Set<String> QUOTES = Set.of(
            "logs",
            "log_entries",
            "entries",
            "events",
            "items",
            "records",
            "rows",
            "documents",
            "docs",
            "hits",
            "history",
            "issues",
            "comments",
            "posts",
            "articles",
            "paths",
            "components",
            "examples",
            "example",
            "schema",
            "schemas",
            "properties",
            "definitions",
            "messages",
            "tickets",
            "alerts",
            "incidents",
            "notifications",
            "jobs",
            "runs",
            "builds",
            "choices",
            "children",
            "sections",
            "faq",
            "answers",
            "questions",
            "pages",
            "nodes",
            "edges",
            "default",
            "defaults");
    private static final Set<String> BAD =
            Set.of("error", "errors", "fail", "failed", "failure", "fatal", "ko", "nok", "exception");
    /// How programs print an error into a page that is sent with 200.
    private static final Pattern PRINTED = Pattern.compile(
            "^(?:\\W*)(?:(?:php )?(?:fatal error|warning|uncaught|parse error)|sqlstate\\[|pdoexception|mysqli_sql_exception"
                    + "|(?:connection|connect|query|db|database|sql) (?:error|failed|failure)|error:|error in query"
                    + "|could not connect|fatal:|exception:|ora-\\d|code: \\d+\\. db::|traceback \\(most recent)",
            Pattern.CASE_INSENSITIVE);
    private static final int SHORT = 2_000;

    private Statement() {}

    /// The part of `body` that speaks for the response; null when none does.
    static @Nullable String of(int status, @Nullable String contentType, String body) {
        if (status / 100 == 3 || status < 200) {
            return null;
        }
        if (Fields.isJson(body)) {
            return of(status, Fields.of(body));
        }
        return status / 100 == 2 ? printed(contentType, body) : refusal(contentType, body);
    }

    private static @Nullable String of(int status, List<Field> fields) {
        if (status / 100 == 2 && fields.stream().noneMatch(Statement::tellsOfFailure) && !isBareMessage(fields)) {
            return null;
        }
        var said = fields.stream()
                .filter(field -> field.isText() || field.value().length() > 2)
                .filter(Statement::isOwn)
                .map(Field::value)
                .collect(Collectors.joining(".\n"));
        return said.isEmpty() ? null : said;
    }

    /// A gateway that answers 200 with nothing but a message.
    private static boolean isBareMessage(List<Field> fields) {
        return fields.size() <= 2
                && fields.stream().allMatch(field -> field.keys().size() == 1 && isMessage(field.key()));
    }

    private static boolean tellsOfFailure(Field field) {
        if (isQuoted(field) || isNothing(field.value())) {
            return false;
        }
        var value = field.value().toLowerCase(Locale.ROOT);
        return switch (field.key()) {
            case "success", "ok", "succeeded" -> value.equals("false");
            case "status", "state", "result", "level" -> BAD.contains(value);
            default -> field.keys().stream().anyMatch(ERRORS::contains) && !value.equals("false");
        };
    }

    private static boolean isNothing(String value) {
        return value.isBlank() || value.equals("null") || value.equals("0") || value.equals("none");
    }

    private static boolean isOwn(Field field) {
        return !isQuoted(field)
                && (field.keys().isEmpty()
                        || isMessage(field.key())
                        || field.keys().stream().anyMatch(ERRORS::contains));
    }

    private static boolean isMessage(String key) {
        return MESSAGES.contains(key) || ERRORS.contains(key);
    }

    private static boolean isQuoted(Field field) {
        return field.keys().stream().anyMatch(QUOTES::contains);
    }

    private static @Nullable String printed(@Nullable String contentType, String body) {
        var plain = isDocument(contentType)
                ? ""
                : Text.of(head(body), contentType).plain().strip();
        return PRINTED.matcher(plain).find() ? head(body) : null;
    }

    /// The body of a 4xx is its reason, when it is short enough to be one.
    private static @Nullable String refusal(@Nullable String contentType, String body) {
        return isDocument(contentType) || body.length() > 2 * SHORT ? null : body;
    }

    private static String head(String body) {
        return body.substring(0, Math.min(body.length(), SHORT));
    }

    private static boolean isDocument(@Nullable String contentType) {
        var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        return type.contains("markdown") || type.contains("csv") || type.contains("javascript") || type.contains("css");
    }
}
