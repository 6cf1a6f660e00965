package dev.holdfast.alert;

import static dev.holdfast.alert.Incidents.opened;
import static dev.holdfast.alert.Incidents.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.alert.Email.Security;
import dev.holdfast.incident.Event;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmailTest extends ChannelContract {
    private final SmtpServer server = SmtpServer.plain();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Override
    int port() {
        return server.port();
    }

    @Override
    ChannelSettings settings() {
        return to(server.port());
    }

    @Override
    ChannelSettings to(int port) {
        return new Email.Settings(
                "127.0.0.1",
                port,
                Security.STARTTLS,
                "holdfast",
                key(),
                "Holdfast <holdfast@example.com>",
                List.of("oncall@example.com", "boss@example.com"));
    }

    @Override
    int limit() {
        return 120_000;
    }

    @Override
    String read(String received) {
        try {
            var mail = mail(received);
            return mail.getSubject() + "\n" + mail.getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void isInert(String received) {
        assertThat(header(received, "Content-Type")).startsWith("text/plain");
        assertThat(header(received, "Bcc")).isNull();
        assertThat(header(received, "Subject")).doesNotContain("\r\nBcc");
        assertThat(read(received)).contains("mallory@evil.example");
    }

    /// A mail server cannot say for how long.
    @Override
    @Nullable
    Duration asked() {
        return null;
    }

    @Test
    void signsInOnlyBehindTls() {
        assertThat(channel().deliver(opened("inc_1", "oncall"))).isEqualTo(new Delivery.Sent("250 2.0.0 queued"));

        var signedIn = "AUTH PLAIN "
                + Base64.getEncoder().encodeToString(("holdfast\0holdfast\0" + KEY).getBytes(StandardCharsets.UTF_8));
        assertThat(server.commands()).containsSubsequence("STARTTLS", signedIn, "DATA");
        assertThat(server.commands()).contains("RCPT TO:<oncall@example.com>", "RCPT TO:<boss@example.com>");
    }

    @Test
    void aServerWithoutTlsGetsNothing() {
        server.answer("EHLO", "250 AUTH PLAIN");

        assertThat(channel().deliver(opened("inc_1", "oncall"))).isInstanceOf(Delivery.TryLater.class);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void mailsOfOneIncidentAreOneThread() {
        earlier.by(channel(), opened("inc_1", "oncall"));
        earlier.by(channel(), resolved("inc_1", "oncall"));

        var opening = server.mails().getFirst();
        var end = server.mails().getLast();
        assertThat(header(opening, "In-Reply-To")).isEqualTo("<inc_1@example.com>");
        assertThat(header(end, "In-Reply-To")).isEqualTo("<inc_1@example.com>");
        assertThat(header(end, "References")).isEqualTo("<inc_1@example.com>");
        assertThat(header(end, "Message-ID")).isNotEqualTo(header(opening, "Message-ID"));
        assertThat(subject(opening)).startsWith("REGRESSION feature_flags");
        assertThat(subject(end)).isEqualTo("Re: " + subject(opening));
    }

    @Test
    void saysThatNoPersonWroteIt() {
        channel().deliver(opened("inc_1", "oncall"));

        assertThat(header(server.mails().getFirst(), "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(server.mails().getFirst(), "Date")).isEqualTo("Fri, 2 Jan 2026 03:04:05 GMT");
        assertThat(header(server.mails().getFirst(), "Content-Transfer-Encoding"))
                .isEqualTo("quoted-printable");
    }

    @Test
    void oneWrongAddressIsNoReasonToTellNobody() {
        server.answer("RCPT TO:<boss@example.com>", "550 5.1.1 nobody here");

        var delivery = channel().deliver(opened("inc_1", "oncall"));

        assertThat(delivery).isInstanceOf(Delivery.Sent.class);
        assertThat(delivery.words()).startsWith("not to all: ").contains("550 5.1.1 nobody here");
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void anAddressThatIsOnlyDeferredIsTriedAgainWhateverBecomesOfOthers() {
        server.answer("RCPT TO:<oncall@example.com>", "450 4.2.1 greylisted");
        server.answer("RCPT TO:<boss@example.com>", "550 5.1.1 nobody here");

        assertThat(channel().deliver(opened("inc_1", "oncall"))).isInstanceOf(Delivery.TryLater.class);
    }

    /// Longer ones are refused by servers.
    @Test
    void noLineHasMoreThan998Bytes() {
        for (var character : List.of("x", "€", "💥")) {
            var incident = Incidents.saying(character.repeat(5_000), "oncall");
            channel().deliver(Incidents.notice(Event.INCIDENT_OPENED, incident, "oncall", Incidents.OPENED));
        }

        assertThat(server.mails())
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail.split("\r\n"))
                        .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                                .hasSizeLessThanOrEqualTo(998)));
    }

    @Test
    void theSubjectStaysTheSameWhenATemplateWritesIt() {
        var channel = open(new Templated(settings(), new Template("{{event}} {{incident.monitor}}", null)));
        earlier.by(channel, opened("inc_1", "oncall"));
        earlier.by(channel, resolved("inc_1", "oncall"));

        assertThat(server.mails())
                .extracting(this::subject)
                .containsExactly("incident.opened feature_flags", "Re: incident.opened feature_flags");
    }

    @Test
    void speaksTlsFromTheFirstByteWhereThatIsWanted() throws IOException {
        try (var secure = SmtpServer.behindTls()) {
            var settings = new Email.Settings(
                    "127.0.0.1", secure.port(), Security.TLS, null, null, "a@b.example", List.of("c@d.example"));

            assertThat(open(settings).deliver(opened("inc_1", "oncall"))).isInstanceOf(Delivery.Sent.class);
            assertThat(secure.mails()).hasSize(1);
        }
    }

    @Test
    void aWrongPasswordIsFinal() {
        server.answer("AUTH", "535 5.7.8 no");

        assertThat(channel().deliver(opened("inc_1", "oncall"))).isInstanceOf(Delivery.GaveUp.class);
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> new Email.Settings("mail", 25, Security.NONE, null, null, "a@b.c", List.of("x y")))
                .hasMessage("x y is not a mail address: write name@example.com");
        assertThatThrownBy(() -> new Email.Settings("mail", 25, Security.NONE, "me", null, "a@b.c", List.of("d@e.f")))
                .hasMessage("a username needs a password and a password a username");
    }

    private String subject(String received) {
        try {
            return mail(received).getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String header(String received, String name) {
        try {
            return mail(received).getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage mail(String received) throws MessagingException {
        var bytes = new ByteArrayInputStream(received.getBytes(StandardCharsets.UTF_8));
        return new MimeMessage(Session.getInstance(new Properties()), bytes);
    }

    @Override
    Receiver receiver() {
        return new Receiver() {
            @Override
            public void accepts() {
                server.answerAsUsual();
            }

            @Override
            public void asksToWait() {
                server.answer("RCPT", "450 4.2.1 too much mail");
            }

            @Override
            public void breaksDown() {
                server.answer(".", "451 4.3.0 no space");
            }

            @Override
            public void refuses() {
                server.answer("RCPT", "550 5.1.1 nobody here");
            }

            @Override
            public List<String> received() {
                return server.mails();
            }

            @Override
            public List<String> ids() {
                return server.mails().stream()
                        .map(mail -> "" + header(mail, "Message-ID"))
                        .toList();
            }
        };
    }
}
