package dev.holdfast.probe;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Trouble.Kind;
import dev.holdfast.observation.Unanswered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Targets that mean harm, or could not do more of it if they did, and what a probe of them comes to.
@SuppressWarnings("ImmutableEnumChecker") // the scripts hold nothing
enum Hostile {
    SILENT_BEFORE_ACCEPT(Kind.CONNECT_TIMEOUT, talk -> {}),
    SILENT_AFTER_ACCEPT(Kind.RESPONSE_TIMEOUT, ScriptedServer.Talk::awaitTheEnd),
    NEVER_ENDS_TLS(Kind.TLS_TIMEOUT, ScriptedServer.Talk::awaitTheEnd),
    NEVER_READS(Kind.RESPONSE_TIMEOUT, _ -> idle()),
    TRICKLED_STATUS_LINE(Kind.HEADERS_TIMEOUT, talk -> trickle(talk, "HTTP/1.1 200 OK OK OK OK OK OK OK OK OK OK OK")),
    TRICKLED_HEADERS(Kind.HEADERS_TIMEOUT, talk -> {
        talk.say("HTTP/1.1 200 OK\r\n");
        trickle(talk, "A: b\r\n");
    }),
    TRICKLED_BODY(Kind.BODY_TIMEOUT, 500, talk -> {
        talk.say("HTTP/1.1 500 Oops\r\n\r\n");
        trickle(talk, "x");
    }),
    TRICKLED_CHUNKS(Kind.BODY_TIMEOUT, 500, talk -> {
        talk.say("HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n");
        trickle(talk, "1\r\nx\r\n");
    }),
    ENDLESS_HEADERS(Kind.HEADERS_TOO_LARGE, talk -> {
        talk.say("HTTP/1.1 200 OK\r\n");
        talk.sayForEver("Name: value\r\n".repeat(1000));
    }),
    ENDLESS_HEADER_LINE(Kind.HEADERS_TOO_LARGE, talk -> {
        talk.say("HTTP/1.1 200 OK\r\nName: ");
        talk.sayForEver("value".repeat(1000));
    }),
    ENDLESS_STATUS_LINE(Kind.HEADERS_TOO_LARGE, talk -> {
        talk.say("HTTP/1.1 200 ");
        talk.sayForEver("OK".repeat(1000));
    }),
    ENDLESS_INTERIM_ANSWERS(
            Kind.HEADERS_TOO_LARGE, talk -> talk.sayForEver("HTTP/1.1 100 Continue\r\n\r\n".repeat(100))),
    ENDLESS_BODY(null, 200, talk -> {
        talk.say("HTTP/1.1 200 OK\r\n\r\n");
        talk.sayForEver(new byte[10_000]);
    }),
    ENDLESS_CHUNKS(null, 200, talk -> {
        talk.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        talk.sayForEver("3\r\nabc\r\n".repeat(1000));
    }),
    ENDLESS_CHUNK_SIZE(Kind.MALFORMED_RESPONSE, 200, talk -> {
        talk.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        talk.sayForEver("0".repeat(1000));
    }),
    ENDLESS_CHUNK_EXTENSIONS(Kind.MALFORMED_RESPONSE, 200, talk -> {
        talk.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        talk.sayForEver("1;" + "e".repeat(8000) + "\r\nx\r\n");
    }),
    ENDLESS_TRAILERS(Kind.MALFORMED_RESPONSE, 200, talk -> {
        talk.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
        talk.sayForEver("Name: value\r\n".repeat(100));
    }),
    ENDLESS_GZIP_OF_NOTHING(Kind.MALFORMED_RESPONSE, 200, talk -> {
        talk.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
        talk.say(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
        talk.sayForEver("\0\0\0\u00ff\u00ff".repeat(1000));
    }),
    ENDLESS_GZIP_NAME(Kind.MALFORMED_RESPONSE, 200, talk -> {
        talk.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
        talk.say(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0});
        talk.sayForEver("name".repeat(1000));
    }),
    GZIP_BOMB(null, 200, talk -> {
        talk.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\n");
        talk.say(Bomb.BYTES);
    }),
    GARBAGE(Kind.MALFORMED_RESPONSE, talk -> talk.sayForEver(new byte[] {7, 1, 2, 3})),
    TRICKLED_GARBAGE(Kind.MALFORMED_RESPONSE, talk -> trickle(talk, "SSH-2.0-")),
    CLOSES_AT_ONCE(Kind.CLOSED_WITHOUT_ANSWER, ScriptedServer.Talk::finish),
    RESETS(Kind.CONNECTION_RESET, ScriptedServer.Talk::reset);

    private static final Set<Hostile> NEVER_HEAR = EnumSet.of(SILENT_AFTER_ACCEPT, NEVER_ENDS_TLS, NEVER_READS);

    private final @Nullable Kind kind;
    private final @Nullable Integer status;
    private final ScriptedServer.Script script;

    Hostile(Kind kind, ScriptedServer.Script script) {
        this(kind, null, script);
    }

    Hostile(@Nullable Kind kind, @Nullable Integer status, ScriptedServer.Script script) {
        this.kind = kind;
        this.status = status;
        this.script = script;
    }

    /// The trouble a probe meets, empty when what it gets is as good as an answer.
    Optional<Kind> kind() {
        return Optional.ofNullable(kind);
    }

    /// The status that is known all the same.
    Optional<Integer> status() {
        return Optional.ofNullable(status);
    }

    static Optional<Kind> kindOf(Observation seen) {
        return switch (seen) {
            case Answered answered -> answered.trouble().map(it -> it.kind());
            case Unanswered unanswered -> Optional.of(unanswered.trouble().kind());
            case NotTried notTried -> throw new AssertionError(notTried);
        };
    }

    static Optional<Integer> statusOf(Observation seen) {
        return seen instanceof Answered answered ? Optional.of(answered.status()) : Optional.empty();
    }

    /// Does to one connection what this kind of target does.
    void play(ScriptedServer.Talk talk) throws IOException, InterruptedException {
        if (!NEVER_HEAR.contains(this)) {
            talk.hear();
        }
        script.play(talk);
    }

    /// Ten million zeros, packed twice.
    private static final class Bomb {
        private static final byte[] BYTES = packed(packed(new byte[10_000_000]));

        private static byte[] packed(byte[] bytes) {
            var coded = new ByteArrayOutputStream();
            try (var out = new GZIPOutputStream(coded)) {
                out.write(bytes);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return coded.toByteArray();
        }
    }

    private static void trickle(ScriptedServer.Talk talk, String text) throws IOException, InterruptedException {
        var never = new CountDownLatch(1);
        for (var i = 0; !never.await(20, TimeUnit.MILLISECONDS); i++) {
            talk.say(text.substring(i % text.length(), i % text.length() + 1));
        }
    }

    /// Longer than any probe of it.
    private static void idle() throws InterruptedException {
        new CountDownLatch(1).await(1, TimeUnit.SECONDS);
    }
}
