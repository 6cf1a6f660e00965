package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// What channels share.
///
/// @param home where people reach Holdfast's pages; null when nobody said, then messages carry no links to them
/// @param deadline of one attempt, over all of it
/// @param tls whom to trust
/// @param template how people want messages to be written; null for the usual way
record Outside(
        Http http,
        InstantSource clock,
        @Nullable URI home,
        Earlier earlier,
        Duration deadline,
        SSLContext tls,
        @Nullable Template template) {

    Instant now() {
        return clock.instant();
    }

    /// The same with messages as `other` writes them.
    Outside writing(Template other) {
        return new Outside(http, clock, home, earlier, deadline, tls, other);
    }

    /// What `notice` says to a person.
    Message message(Notice notice) {
        var usual = Message.of(notice, home);
        return template == null ? usual : template.write(notice, usual);
    }

    /// How the receiver named the first message of what `notice` is about.
    Optional<String> firstMessage(Notice notice) {
        return earlier.before(notice).flatMap(Earlier.Told::message);
    }
}
