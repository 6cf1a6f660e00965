package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What is told to people holds no secret and acts nowhere; what names the cause stays.
class RedactionTest {
    private record Case(String said, String shown) {}

    /// Put together at run time: whole keys in a file are found by those who look for leaks.
    private static String key(String prefix, String rest) {
        return prefix + rest;
    }

    private static final String JWT = key("eyJ", "hbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.c2lnbmF0dXJl");

    @TestFactory
    Stream<DynamicTest> secretsAreGone() {
        return shown(
                new Case("Authorization: Bearer abc123def456", "Authorization: ***"),
                new Case("sent Basic dXNlcjpwYXNzd29yZA== to it", "sent Basic *** to it"),
                new Case("token " + JWT + " refused", "token *** refused"),
                new Case("bad " + JWT.substring(0, 25), "bad ***"),
                new Case("key " + key("AKIA", "IOSFODNN7EXAMPLE") + ".", "key ***."),
                new Case("with " + key("sk_live_", "4eC39HqLyjWDarjtT1zdp7dc"), "with ***"),
                new Case("with " + key("ghp_", "0123456789abcdefghijABCDEFGHIJ456789"), "with ***"),
                new Case("with " + key("xoxb-", "123456789012-abcdefghijkl"), "with ***"),
                new Case("access_token=0a1b2c3d4e5f, next", "access_token=***, next"),
                new Case("{\"token\": \"0123456789abcdef\"}", "{\"token\": \"***\"}"),
                new Case(
                        "{\"password\":\"my secret pass\",\"user\":\"app\"}",
                        "{\"password\":\"***\",\"user\":\"app\"}"),
                new Case("Server=db;Uid=app;Pwd=s3cr3t!;Database=shop", "Server=db;Uid=app;Pwd=***;Database=shop"),
                new Case("host=db.internal password='a b' dbname=shop", "host=db.internal password='***' dbname=shop"),
                new Case("host=db.internal password=hunter2 dbname=shop", "host=db.internal password=*** dbname=shop"),
                new Case(
                        "jdbc:postgresql://db:5432/shop?user=app&password=x&ssl=true",
                        "jdbc:postgresql://db:5432/shop?user=app&password=***&ssl=true"),
                new Case("postgres://app:p@ss/word@db.internal:5432/shop", "postgres://app:***@db.internal:5432/shop"),
                new Case("redis://:12345@cache:6379/0", "redis://:***@cache:6379/0"),
                new Case("app:hunter2@tcp(10.0.0.5:3306)/shop", "app:***@tcp(10.0.0.5:3306)/shop"),
                new Case("jdbc:oracle:thin:scott/tiger@//db:1521/svc", "jdbc:oracle:thin:scott/***@//db:1521/svc"),
                new Case("https://files.example.com/a?sig=a%2Fb%3D&v=1", "https://files.example.com/a?sig=***&v=1"),
                new Case("Cookie: sid=abc; theme=dark", "Cookie: ***"),
                new Case(
                        "loads -----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAKCAQ\n-----END RSA PRIVATE KEY----- badly",
                        "loads *** badly"),
                new Case("loads -----BEGIN PRIVATE KEY-----\nMIIEow", "loads ***"));
    }

    @TestFactory
    Stream<DynamicTest> personalDataIsGone() {
        return shown(
                new Case("no user jane.doe+x@mail.example.co.uk here", "no user *** here"),
                new Case("card 4111 1111 1111 1111 declined", "card *** declined"),
                new Case("card 5500-0000-0000-0004 declined", "card *** declined"),
                new Case("card 378282246310005 declined", "card *** declined"),
                new Case("account DE89 3704 0044 0532 0130 00 closed", "account *** closed"),
                new Case("account GB82WEST12345698765432 IS CLOSED", "account *** IS CLOSED"),
                new Case("call +44 20 7946 0958 now", "call *** now"),
                new Case("phone: 020 7946 0958", "phone: ***"),
                new Case(
                        "DETAIL: Key (email)=(jane (at) home) is not present in table \"users\".",
                        "DETAIL: Key (email)=(***) is not present in table \"users\"."),
                new Case("Failing row contains (1, jane, null).", "Failing row contains (***)."),
                new Case("Duplicate entry 'jane-5' for key 'users.name'", "Duplicate entry '***' for key 'users.name'"),
                new Case(
                        "[SQL: SELECT 1 FROM t] [parameters: ({'a': [1], 'b': 'jane]'},)] (Background on this)",
                        "[SQL: SELECT 1 FROM t] [parameters: (***)] (Background on this)"),
                new Case("Bindings: [\"jane\", 7]", "Bindings: [***]"),
                new Case("[parameters: ('jane', 'do", "[parameters: (***"));
    }

    @TestFactory
    Stream<DynamicTest> whatNamesTheCauseStays() {
        return Stream.of(
                        "ERROR: relation \"analytics_modules\" does not exist (SQLSTATE 42P01)",
                        "FATAL: password authentication failed for user \"app\"",
                        "Access denied for user 'app'@'10.0.0.5' (using password: YES)",
                        "connect ECONNREFUSED 10.0.0.5:5432",
                        "could not translate host name \"db.internal.example.com\" to address",
                        "Unexpected token < in JSON at position 0",
                        "ORA-00942: table or view does not exist",
                        "Invalid object name 'dbo.AnalyticsModules'.",
                        "no such table: main.key_journal_entries at 2025-09-18T10:20:30.123456Z",
                        "relation \"keyJournalEntries\" does not exist",
                        "Bearer authentication is required",
                        "dial tcp 127.0.0.1:5432: connect: connection refused",
                        "http://app.example.com:8080/api?next=2 failed",
                        "trace 4bf92f3577b34da6a3ce929d0e0e4736 took 1758190830123 ms",
                        "order 9b2f6c1e-4111-4111-8111-111111111111 failed",
                        "job 1234567890123456789 and 2025-01-02 failed",
                        "got <nil>".replace("<n", "‹n"))
                .map(said -> new Case(said, said))
                .map(RedactionTest::test);
    }

    @TestFactory
    Stream<DynamicTest> nothingActs() {
        return shown(
                new Case("\u001b[31mred\u001b[0m and \u001b]0;title\u0007gone", "red and gone"),
                new Case("a\tb\r\nc\u0000d", "a b  c d"),
                new Case("analytics\u200b_\u2060modules\u202egpj.exe\ufeff", "analytics_modulesgpj.exe"),
                new Case("pass\u200bword=hunter2", "password=***"),
                new Case("<script>alert(1)</script> <!channel> <@U1>", "‹script>alert(1)‹/script> ‹!channel> ‹@U1>"),
                new Case("a < b", "a < b"),
                new Case("half \ud83d of a pair", "half  of a pair"));
    }

    private static Stream<DynamicTest> shown(Case... cases) {
        return Stream.of(cases).map(RedactionTest::test);
    }

    private static DynamicTest test(Case one) {
        return DynamicTest.dynamicTest(one.shown(), () -> {
            assertThat(Redaction.of(one.said())).isEqualTo(one.shown());
            assertThat(Redaction.of(one.shown())).as("a second time").isEqualTo(one.shown());
        });
    }

    @Test
    void itIsCutLastAndNotInsideACharacter() {
        assertThat(Redaction.of("x".repeat(9) + "😀😀", 11)).isEqualTo("x".repeat(9) + "😀😀");
        assertThat(Redaction.of("x".repeat(9) + "😀😀", 10)).isEqualTo("x".repeat(9) + "…");
        assertThat(Redaction.of("failed with password=hunter2", 24)).isEqualTo("failed with password=***");
        assertThat(Redaction.of("failed with " + JWT, 16)).isEqualTo("failed with ***");
    }

    @Test
    void anExcerptKnowsWhatStandsAroundIt() {
        var said = "uses password=hunter2secret; relation \"a\" does not exist 😀 for " + JWT;

        int inside = said.indexOf("secret;");
        assertThat(Redaction.excerpt(said, inside, said.indexOf("exist"))).isEqualTo("***; relation \"a\" does not ");
        int end = said.indexOf(JWT) + 20;
        assertThat(Redaction.excerpt(said, said.indexOf("for"), end)).isEqualTo("for ***");
        int pair = said.indexOf("😀");
        assertThat(Redaction.excerpt(said, pair - 1, pair + 1)).isEqualTo(" ");
    }

    /// Four times the text takes about four times as long, not sixteen: with room for a busy machine.
    @Test
    void theTimeIsLinear() {
        var hard = List.of(
                "a",
                "1",
                "1 ",
                "eyJ",
                "eyJ.",
                "://",
                "://a:",
                "a@",
                "a.",
                "@a.",
                "password",
                "password=",
                "Key (",
                "Key (a)=(",
                "parameters: [",
                "'",
                "-----BEGIN PRIVATE KEY-----",
                "\u001b[",
                "cookie: a=",
                "token:",
                "AB12",
                "AB12 ",
                "+1 ",
                "phone: 1",
                "bearer ",
                "duplicate entry '",
                "Aa",
                "a:",
                "a/",
                "<",
                "\u200b");
        hard.forEach(part -> Redaction.of(part.repeat(20_000 / part.length())));
        for (var part : hard) {
            assertThat(took(part.repeat(200_000 / part.length()))).as(part).isLessThan(Duration.ofSeconds(3));
        }
    }

    private static Duration took(String text) {
        long begun = System.nanoTime();
        assertThat(Redaction.of(text, 200)).isNotNull();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
