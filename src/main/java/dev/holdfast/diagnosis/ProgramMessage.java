package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Fields.Field;
import java.util.List;
import java.util.Optional;

/// The program's own message, shortened: what a person would read out of the body first.
final class ProgramMessage {
    private static final int LONGEST = 160;
    /// More than can be left of it once secrets are out.
    private static final int READ = 400;
    private static final List<String> KEYS = List.of(
            "message",
            "detail",
            "error_description",
            "errormessage",
            "error_message",
            "errmsg",
            "msg",
            "faultstring",
            "error",
            "reason",
            "title",
            "exception",
            "err",
            "description",
            "code");

    private ProgramMessage() {}

    /// The message in a body, redacted; empty when it says nothing.
    static String in(Reading body, Text text) {
        var message = body.isJson() ? json(body.fields()).orElse("") : plain(text.plain());
        return shortened(message);
    }

    private static Optional<String> json(List<Field> fields) {
        return KEYS.stream()
                .flatMap(key -> fields.stream().filter(field -> isMessage(field, key)))
                .map(field -> Text.of(field.value(), null).plain().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static boolean isMessage(Field field, String key) {
        return field.isText() && field.key().equals(key);
    }

    /// A traceback ends with its message, everything else begins with it.
    private static String plain(String text) {
        var lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            return "";
        }
        return lines.getFirst().startsWith("Traceback (most recent call last)") ? lines.getLast() : lines.getFirst();
    }

    private static String beginning(String message) {
        return message.substring(0, Math.min(message.length(), READ));
    }

    private static String shortened(String message) {
        var line = Redaction.of(beginning(message).replace('\n', ' ').strip());
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
