package dev.holdfast.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/// A mail server that takes everything, unless it is told what to answer to a command. Speaks TLS after STARTTLS.
final class SmtpServer implements AutoCloseable {
    private final ServerSocket door = open();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();

    private final boolean behindTls;

    private SmtpServer(boolean behindTls) {
        this.behindTls = behindTls;
        Thread.ofVirtual().start(this::welcome);
    }

    static SmtpServer plain() {
        return new SmtpServer(false);
    }

    static SmtpServer behindTls() {
        return new SmtpServer(true);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Answers so to `command`, which is a whole line or its first word; `.` is the end of a mail.
    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    void answerAsUsual() {
        answers.clear();
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    List<String> mails() {
        return List.copyOf(mails);
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                Thread.ofVirtual().start(() -> serve(guest));
            } catch (IOException _) { // closed
                return;
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            var first = behindTls ? secured(guest) : guest;
            say(first, "220 mail.example.com");
            if (converse(first)) {
                converse(secured(guest));
            }
        } catch (IOException _) { // the guest has left
        }
    }

    /// Whether the guest wants to go on in TLS.
    private boolean converse(Socket guest) throws IOException {
        var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            var verb = line.replaceFirst("[ :].*", "").toUpperCase(Locale.ROOT);
            say(guest, answers.getOrDefault(line, answers.getOrDefault(verb, usual(verb))));
            if (verb.equals("STARTTLS") && !answers.containsKey(verb)) {
                return true;
            }
            if (verb.equals("DATA") && !answers.containsKey(verb)) {
                mails.add(mail(in));
                say(guest, answers.getOrDefault(".", "250 2.0.0 queued"));
            }
        }
        return false;
    }

    private static String usual(String verb) {
        return switch (verb) {
            case "EHLO" -> "250-mail.example.com\r\n250-STARTTLS\r\n250-AUTH PLAIN\r\n250 8BITMIME";
            case "AUTH" -> "235 2.7.0 welcome";
            case "DATA" -> "354 go on";
            case "STARTTLS" -> "220 2.0.0 ready";
            default -> "250 2.0.0 fine";
        };
    }

    private static String mail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return mail.toString();
    }

    private static Socket secured(Socket plain) throws IOException {
        var secured = (SSLSocket) Trust.ofTests().getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private static void say(Socket guest, String line) throws IOException {
        guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        guest.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
