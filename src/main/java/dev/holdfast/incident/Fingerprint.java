package dev.holdfast.incident;

import dev.holdfast.verdict.Result;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What makes two failures one root cause: the cause, and what the cause is a property of.
///
/// @param value readable, such as `relation_missing analytics_modules @ app.example.com`
public record Fingerprint(String value) {
    private static final Pattern IDS_AND_NUMBERS = Pattern.compile("\\b(?=[\\w-]*\\d)[\\w-]+\\b");

    /// The root cause of a failed result.
    public static Fingerprint of(Subject subject, Result failed) {
        var diagnosis = failed.diagnosis();
        var cause = diagnosis.cause().name().toLowerCase(Locale.ROOT);
        var request = failed.observation().request();
        return new Fingerprint(
                switch (diagnosis.cause().scope()) {
                    case SERVICE -> cause + named(diagnosis.relation()) + " @ " + subject.scope();
                    case ADDRESS -> cause + " @ " + request.authority();
                    case CREDENTIAL ->
                        cause + " of " + Objects.requireNonNullElse(request.credential(), subject.scope());
                    case MESSAGE -> message(cause, diagnosis.evidence(), subject);
                    case MONITOR -> cause + " @ monitor " + subject.monitor();
                });
    }

    private static String named(@Nullable String relation) {
        return relation == null ? "" : " " + relation;
    }

    /// Numbers, ids and times differ from one failure to the next; what is left is the program's own message.
    private static String message(String cause, String evidence, Subject subject) {
        var constant = IDS_AND_NUMBERS.matcher(evidence).replaceAll("#").strip();
        return constant.isEmpty()
                ? cause + " @ monitor " + subject.monitor()
                : cause + " " + Digest.of(constant) + " @ " + subject.scope();
    }

    @Override
    public String toString() {
        return value;
    }
}
