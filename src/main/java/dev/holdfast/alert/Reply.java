package dev.holdfast.alert;

import dev.holdfast.wire.Json;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What came of a request to a receiver. Nothing of the URL is ever in it: a URL may hold a key.
sealed interface Reply {
    /// Refusals that another try may overcome: timeout, too early, too many requests.
    Set<Integer> PASSING = Set.of(408, 425, 429);

    /// The receiver answered.
    record Answer(int status, HttpHeaders headers, String body) implements Reply {

        /// Status and body on one short line.
        String line() {
            return Text.cut(Text.oneLine(status + " " + body), 200);
        }

        /// How long it asks to wait.
        @Nullable
        Duration retryAfter(Instant now) {
            return headers.firstValue("Retry-After")
                    .flatMap(value -> seconds(value).or(() -> date(value, now)))
                    .or(() -> as(Wait.class).flatMap(Wait::asked))
                    .orElse(null);
        }

        /// The body as JSON of the shape `type`, empty when it is something else.
        <T> Optional<T> as(Class<T> type) {
            try {
                return Optional.ofNullable(Json.read(body, type));
            } catch (RuntimeException _) { // an answer may be anything
                return Optional.empty();
            }
        }
    }

    /// Where Discord and Telegram say in the body how many seconds to wait.
    record Wait(@Nullable Double retryAfter, @Nullable Wait parameters) {
        Optional<Duration> asked() {
            return Optional.ofNullable(retryAfter)
                    .map(seconds -> Duration.ofMillis(Math.round(Math.max(0, seconds) * 1000)))
                    .or(() -> Optional.ofNullable(parameters).flatMap(Wait::asked));
        }
    }

    /// It did not answer.
    record Silence(String reason) implements Reply {
        /// Another try may find it talking.
        Delivery delivery() {
            return new Delivery.TryLater(null, reason);
        }
    }

    static Silence silence(String reason) {
        return new Silence(reason);
    }

    static Silence silence(Duration deadline) {
        return new Silence("no answer within " + deadline.toMillis() / 1000.0 + " s");
    }

    static Silence silence(Throwable trouble) {
        return new Silence(
                switch (trouble) {
                    case ConnectException e when isUnresolved(e) -> "the host name is unknown";
                    case ConnectException _ -> "cannot connect";
                    case SSLException e -> "TLS: " + e.getMessage();
                    default ->
                        Objects.requireNonNullElse(
                                trouble.getMessage(), trouble.getClass().getSimpleName());
                });
    }

    private static boolean isUnresolved(@Nullable Throwable trouble) {
        return trouble instanceof UnresolvedAddressException || (trouble != null && isUnresolved(trouble.getCause()));
    }

    /// What it means by the common rules: only a refusal that stays a refusal is final. A redirect is one, for whoever
    /// sends secrets does not follow strangers.
    default Delivery delivery(Instant now) {
        return switch (this) {
            case Silence silence -> silence.delivery();
            case Answer answer when answer.status() < 300 -> new Delivery.Sent(answer.line());
            case Answer answer when answer.status() < 400 -> new Delivery.GaveUp(redirected(answer));
            case Answer answer
            when answer.status() >= 500 || PASSING.contains(answer.status()) ->
                new Delivery.TryLater(answer.retryAfter(now), answer.line());
            case Answer answer -> new Delivery.GaveUp(answer.line());
        };
    }

    /// The same for a receiver that names the messages it took.
    default Delivery delivery(Instant now, Function<Answer, Optional<String>> name) {
        var delivery = delivery(now);
        return delivery instanceof Delivery.Sent sent && this instanceof Answer answer
                ? name.apply(answer).map(Earlier::sentAs).orElse(sent)
                : delivery;
    }

    private static String redirected(Answer answer) {
        return answer.status() + ": redirects are not followed"
                + answer.headers()
                        .firstValue("Location")
                        .flatMap(Reply::origin)
                        .map(to -> "; it points to " + to)
                        .orElse("");
    }

    /// Only the origin: the rest may hold a key.
    private static Optional<String> origin(String location) {
        try {
            var to = URI.create(location);
            return Optional.of(to.getHost() == null ? "another path" : to.getScheme() + "://" + to.getAuthority());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> seconds(String value) {
        return value.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(value))) : Optional.empty();
    }

    private static Optional<Duration> date(String value, Instant now) {
        try {
            var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, until)).filter(Duration::isPositive);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
