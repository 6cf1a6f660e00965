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
            "__type",
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
    /// What tells one thing from others of its kind: an object in a list that has it is an entry, not an error.
    private static final Set<String> ENTRY = Set.of(
            "id",
            "_id",
            "uuid",
            "timestamp",
            "time",
            "ts",
            "date",
            "created",
            "created_at",
            "createdat",
            "updated_at",
            "updatedat",
            "started_at",
            "startedat",
            "finished_at",
            "title",
            "author");
    /// Lists whose elements are answers of their own.
    private static final Set<String> ANSWERS = Set.of("results", "result", "content", "detail", "details", "messages");
    /// What a line of a log has beside its level.
    private static final Set<String> LOGGED =
            Set.of("timestamp", "@timestamp", "time", "ts", "logger", "method", "pid", "msg");
    private static final Set<String> BAD =
            Set.of("error", "errors", "fail", "failed", "failure", "fatal", "ko", "nok", "exception");
    /// How programs print an error into a page that is sent with 200.
    private static final Pattern PRINTED = Pattern.compile(
            "^(?:\\W*)(?:(?:php )?(?:fatal error|warning|uncaught|parse error)|sqlstate\\[|pdoexception|mysqli_sql_exception"
                    + "|(?:connection|connect|query|db|database|sql) (?:error|failed|failure)|error:|error in query"
                    + "|could not connect|fatal:|exception:|ora-\\d|code: \\d+\\. db::|traceback \\(most recent)",
            Pattern.CASE_INSENSITIVE);
    /// What only documents begin with or set apart: headings, tables, blocks of code, bold labels.
    private static final Pattern MARKDOWN = Pattern.compile("^\\s{0,100}(?:#{1,6} |\\| )|(?m:^```|^\\*\\*\\w)");
    /// An SQLSTATE, or a code of Snowflake's. Programs number their own refusals 40001 and on.
    private static final Pattern DATABASE_CODE = Pattern.compile("(?!4000)[0-9A-Z]{5}|00\\d{4}");
    private static final Pattern FAILED = Pattern.compile("[45]\\d\\d");
    private static final int SHORT = 2_000;

    private Statement() {}

    /// The part of `body` that speaks for the response; null when none does.
    static @Nullable String of(int status, @Nullable String contentType, Reading body) {
        if (status / 100 == 3 || status < 200) {
            return null;
        }
        if (body.isJson()) {
            return of(status, body.fields());
        }
        return status / 100 == 2 ? printed(contentType, body.raw()) : refusal(contentType, body.raw());
    }

    private static @Nullable String of(int status, List<Field> fields) {
        var entries = entries(fields);
        var own = fields.stream()
                .filter(field -> !isQuoted(field) && !entries.contains(field.record()))
                .toList();
        if (isLogged(own)
                || (status / 100 == 2 && own.stream().noneMatch(Statement::tellsOfFailure) && !isBareMessage(own))) {
            return null;
        }
        var said = own.stream()
                .filter(field -> field.isText() || field.value().length() > 2)
                .filter(Statement::isOwn)
                .map(Statement::said)
                .collect(Collectors.joining(".\n"));
        return said.isEmpty() ? null : said;
    }

    /// A number is a database's code, and a bare word the name of an index, by its key alone.
    private static String said(Field field) {
        boolean needsItsKey = switch (field.key()) {
            case "code", "sqlstate" ->
                field.isText() && DATABASE_CODE.matcher(field.value()).matches();
            case "index" -> field.isText();
            default -> false;
        };
        return needsItsKey ? field.key() + " \"" + field.value() + "\"" : field.value();
    }

    /// A gateway that answers 200 with nothing but a message.
    private static boolean isBareMessage(List<Field> fields) {
        return fields.size() <= 2
                && fields.stream().allMatch(field -> field.keys().size() == 1 && isMessage(field.key()));
    }

    /// The objects in lists that are things of the service, such as jobs or tickets, and may have failed on their own.
    private static Set<Integer> entries(List<Field> fields) {
        var calls = fields.stream()
                .filter(field -> field.key().equals("jsonrpc"))
                .map(Field::record)
                .collect(Collectors.toSet());
        return fields.stream()
                .filter(field -> field.record() > 0 && ENTRY.contains(field.key()) && !isListedError(field))
                .map(Field::record)
                .filter(record -> !calls.contains(record))
                .collect(Collectors.toSet());
    }

    private static boolean isListedError(Field field) {
        return field.keys().stream()
                .limit(field.keys().size() - 1L)
                .anyMatch(key -> ERRORS.contains(key) || ANSWERS.contains(key));
    }

    /// A line of a log, handed out as it is.
    private static boolean isLogged(List<Field> fields) {
        return has(fields, Set.of("level")) && has(fields, LOGGED);
    }

    private static boolean has(List<Field> fields, Set<String> keys) {
        return fields.stream().anyMatch(field -> field.keys().size() == 1 && keys.contains(field.key()));
    }

    private static boolean tellsOfFailure(Field field) {
        if (isNothing(field.value())) {
            return false;
        }
        boolean isFalse = field.value().equalsIgnoreCase("false");
        return switch (field.key()) {
            case "success", "ok", "succeeded" -> isFalse;
            case "status", "statuscode", "status_code", "state", "result", "type" ->
                BAD.contains(field.value().toLowerCase(Locale.ROOT))
                        || FAILED.matcher(field.value()).matches();
            default -> hasAny(field.keys(), ERRORS) && !isFalse;
        };
    }

    private static boolean isNothing(String value) {
        return value.isBlank() || value.equals("null") || value.equals("0") || value.equals("none");
    }

    private static boolean isOwn(Field field) {
        return field.keys().isEmpty() || isMessage(field.key()) || hasAny(field.keys(), ERRORS);
    }

    private static boolean isMessage(String key) {
        return MESSAGES.contains(key) || ERRORS.contains(key);
    }

    private static boolean isQuoted(Field field) {
        return hasAny(field.keys(), QUOTES);
    }

    private static boolean hasAny(List<String> keys, Set<String> wanted) {
        for (var key : keys) {
            if (wanted.contains(key)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String printed(@Nullable String contentType, String body) {
        if (isDocument(contentType)) {
            return null;
        }
        var head = head(body);
        if (MARKDOWN.matcher(head).find()) {
            return null;
        }
        return isPrinted(head) || isPrinted(Text.of(head, contentType).plain()) ? head : null;
    }

    private static boolean isPrinted(String text) {
        return PRINTED.matcher(text.strip()).find();
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
