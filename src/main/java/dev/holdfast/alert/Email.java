package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Mail by SMTP, in plain text. All mails about one incident are one thread: they answer a first mail that nobody ever
/// sent, under one subject.
public final class Email implements Channel {
    private static final int SUBJECT = 200; // a line of a mail may have 998 bytes
    private static final int TITLE = 1_000;
    private static final int BODY = 8_000;

    /// How the way to the server is guarded.
    public enum Security {
        /// Plain at first, then TLS, and never without: usually port 587.
        STARTTLS,
        /// TLS from the first byte: usually port 465.
        TLS,
        /// Not at all, for a server on the same machine.
        NONE
    }

    /// The server, and whom to write to.
    ///
    /// @param username null to send without signing in
    /// @param password null exactly when there is no user name
    public record Settings(
            String host,
            int port,
            Security security,
            @Nullable String username,
            @Nullable Secret password,
            String from,
            List<String> to)
            implements ChannelSettings {
        public Settings {
            to = List.copyOf(to);
            if (to.isEmpty()) {
                throw new IllegalArgumentException("to is empty: name whom to write to");
            }
            if ((username == null) != (password == null)) {
                throw new IllegalArgumentException("a username needs a password and a password a username");
            }
            Stream.concat(Stream.of(from), to.stream()).forEach(Email::address);
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new Email(this, outside);
        }

        /// What stands behind the `@` of the sender.
        private String domain() {
            return address(from).getAddress().replaceFirst(".*@", "");
        }
    }

    private final Settings settings;
    private final Outside outside;
    private final Session session;

    private Email(Settings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
        this.session = Session.getInstance(properties(settings, outside));
    }

    @Override
    public Delivery deliver(Notice notice) {
        return Within.within(outside.deadline(), () -> attempt(notice));
    }

    private Delivery attempt(Notice notice) {
        try {
            return send(mail(notice));
        } catch (MessagingException trouble) {
            return SmtpTrouble.delivery(trouble);
        }
    }

    private Delivery send(MimeMessage mail) throws MessagingException {
        var transport = (SMTPTransport) session.getTransport("smtp");
        try {
            var password = settings.password();
            transport.connect(
                    settings.host(), settings.port(), settings.username(), password == null ? null : password.reveal());
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Delivery.Sent(SmtpTrouble.line(transport.getLastServerResponse()));
        } finally {
            leave(transport);
        }
    }

    /// How the goodbye goes changes nothing.
    private static void leave(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException _) { // it was said already
        }
    }

    private MimeMessage mail(Notice notice) throws MessagingException {
        var message = outside.message(notice);
        var mail = new Mail(session, id(notice.id()));
        mail.setFrom(address(settings.from()));
        for (var to : settings.to()) {
            mail.addRecipient(RecipientType.TO, address(to));
        }
        mail.setSubject(subject(notice), "UTF-8");
        mail.setText(Text.cut(message.title(), TITLE) + "\n\n" + Text.cut(message.body(), BODY) + "\n", "UTF-8");
        mail.setHeader("Content-Transfer-Encoding", "quoted-printable");
        mail.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(outside.now().atOffset(ZoneOffset.UTC)));
        mail.setHeader("Auto-Submitted", "auto-generated");
        var incident = notice.incident();
        if (incident != null) {
            mail.setHeader("In-Reply-To", id(incident.id().value()));
            mail.setHeader("References", id(incident.id().value()));
        }
        mail.saveChanges();
        return mail;
    }

    /// Many a reader takes mails for one thread only when their subjects agree.
    private String subject(Notice notice) {
        return outside.earlier()
                .before(notice)
                .map(first -> "Re: " + title(first.notice()))
                .orElseGet(() -> title(notice));
    }

    private String title(Notice notice) {
        return Text.cut(outside.message(notice).title(), SUBJECT);
    }

    private String id(String of) {
        return "<" + of + "@" + settings.domain() + ">";
    }

    private static InternetAddress address(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException _) {
            throw new IllegalArgumentException(text + " is not a mail address: write name@example.com");
        }
    }

    private static Properties properties(Settings settings, Outside outside) {
        var properties = new Properties();
        properties.put("mail.smtp.auth", "" + (settings.username() != null));
        properties.put("mail.smtp.starttls.enable", "" + (settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", "" + (settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", "" + (settings.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", outside.tls().getSocketFactory());
        properties.put("mail.smtp.connectiontimeout", "" + outside.deadline().toMillis());
        properties.put("mail.smtp.timeout", "" + outside.deadline().toMillis());
        properties.put("mail.smtp.sendpartial", "true"); // one wrong address is no reason to tell nobody
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    /// A mail whose id is the notification's, so that it is the same over all attempts.
    private static final class Mail extends MimeMessage {
        private final String id;

        Mail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
