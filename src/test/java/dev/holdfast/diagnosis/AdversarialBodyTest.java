package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Bodies made to cost much cost no more than their length. What takes milliseconds may take seconds here, so that a
/// busy machine does not fail it; what grows with the square of a mebibyte takes minutes.
class AdversarialBodyTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int KIB = 1024;
    private static final List<String> TYPES = List.of("text/plain", "text/html", "application/json");
    private static final List<Integer> STATUSES = List.of(200, 403, 500);

    private final Diagnostician diagnostician = Diagnostician.standard();

    /// What is repeated until the body is full; `#` is a number that grows.
    private static Map<String, String> repeated() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("openings", "<");
        parts.put("tags without end", "<a ");
        parts.put("tags", "<b>");
        parts.put("headlines", "<h1>a</h1>");
        parts.put("comments without end", "<!-- ");
        parts.put("empty comments", "<!-->");
        parts.put("scripts without end", "<script>");
        parts.put("styles and scripts", "<style></script><script></style>");
        parts.put("references", "&");
        parts.put("encoded references", "&amp;");
        parts.put("references encoded many times", "&amp;amp;quot;");
        parts.put("numbers of characters", "&#x0000041;");
        parts.put("backslashes", "\\");
        parts.put("escapes of nothing", "\\u\\x");
        parts.put("escaped escapes", "\\\\\\\"");
        parts.put("double quotes", "\"");
        parts.put("single quotes", "'");
        parts.put("quotes of all kinds", "\"'`«„‘「『[‹");
        parts.put("objects in objects", "{\"a\":");
        parts.put("lists in lists", "[");
        parts.put("errors in errors", "{\"errors\":[{\"message\":");
        parts.put("keys", "{\"error\":{\"k#\":\"down\"},");
        parts.put("ends", "]}");
        parts.put("beginnings", "relation \"");
        parts.put("endings", "does not exist ");
        parts.put("beginnings and names", "relation \"x# ");
        parts.put("missing relations", "relation \"x#\" does not exist ");
        parts.put("columns of relations", "column \"x\" of relation \"y\" does not exist of relation ");
        parts.put("both sides of a signature", "relation \"x#\" does not exist already exists ");
        parts.put("failed and not", "database is locked; could not connect; table file is not a database; ");
        parts.put("codes", "error 42P01 code: 1146 sqlstate 42703 ORA-00942 ");
        parts.put("numbers", "error 1146 ");
        parts.put("gaps", "jdbc connection ");
        parts.put("parts of a name", "a.");
        parts.put("parts of a quoted name", "\"a\".");
        parts.put("names of databases", "db.mysql.");
        parts.put("addresses", "a@b.");
        parts.put("tokens", "eyJaaaaa.");
        parts.put("passwords", "password=");
        parts.put("spaces", " ");
        parts.put("line ends", "\n");
        parts.put("failing checks", "[-]db failed\n");
        parts.put("tracebacks", "Traceback (most recent call last)\n");
        parts.put("status lines", "HTTP/1.1 100 Continue\r\n\r\n");
        parts.put("unreadable", "\uFFFD");
        parts.put("words of Japanese", "リレーション\"x\"は存在しません");
        parts.put("words of Korean", "릴레이션");
        return parts;
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatRepeatsItselfIsDiagnosed() {
        return repeated().entrySet().stream()
                .map(part -> DynamicTest.dynamicTest(part.getKey(), () -> {
                    isDiagnosed(filled(part.getValue(), 64 * KIB));
                    isDiagnosed(filled(part.getValue(), KIB * KIB));
                }));
    }

    /// Of words that stand in thousands of places only the first and the last are looked at.
    @Test
    void whatIsSaidFirstOrLastIsFoundHoweverOftenItsWordsAreRepeated() {
        var fill = "it does not exist. ".repeat(5_000);
        var statement = "relation \"billing.invoices\" does not exist. ";

        for (var body : List.of(statement + fill, fill + statement)) {
            var diagnosis = diagnostician.diagnose(Seen.answered(500, "text/plain", body));
            assertThat(diagnosis.relation()).isEqualTo("billing.invoices");
        }
    }

    @Test
    void soIsOneLongNameOrValue() {
        for (var name : List.of("x", "x.", "_", "ä", "7", "é ")) {
            var longest = name.repeat(KIB * KIB / 2);
            isDiagnosed("relation \"" + longest + "\" does not exist");
            isDiagnosed("relation " + longest + " does not exist");
            isDiagnosed("{\"" + longest + "\": \"down\", \"status\": \"" + longest + "\"}");
            isDiagnosed("{\"errors\": [{\"message\": \"" + longest + "\"}]}");
        }
    }

    @Test
    void soAreNamesOfComponentsThatLookLikeDatabases() {
        isDiagnosed("{\"" + "db.".repeat(100 * KIB) + "\n\": \"down\"}");
        isDiagnosed("{\"" + "db.".repeat(100 * KIB) + "\n\": {\"status\": \"down\"}}");
    }

    @Test
    void soAreBytesInNoCharset() {
        for (int seed : List.of(0x81, 0xe9, 0xfe, 0xc3, 0x1b)) {
            var bytes = new byte[KIB * KIB];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (seed + i % 7 * 3);
            }
            for (var charset : List.of("", "; charset=shift_jis", "; charset=iso-2022-jp", "; charset=utf-16")) {
                var seen = Seen.answered(500, Map.of("content-type", "text/plain" + charset), bytes);
                assertThat(assertTimeoutPreemptively(DEADLINE, () -> diagnostician.diagnose(seen)))
                        .isNotNull();
            }
        }
    }

    @Test
    void soAreHeadersThatRepeatThemselves() {
        for (var part : List.of(",", " ", "Basic ", "Bearer realm=\"", "error_description=\"", "token ", "a, ")) {
            var headers = Map.of("www-authenticate", part.repeat(64 * KIB / part.length()), "location", part);
            for (int status : List.of(401, 302)) {
                var seen = Seen.answered(status, headers, new byte[0]);
                assertThat(assertTimeoutPreemptively(DEADLINE, () -> diagnostician.explain(seen)))
                        .isNotNull();
            }
        }
    }

    private void isDiagnosed(String body) {
        assertTimeoutPreemptively(DEADLINE, () -> {
            for (int status : STATUSES) {
                for (var type : TYPES) {
                    var diagnosis = diagnostician.diagnose(Seen.answered(status, type, body));
                    assertThat(diagnosis.evidence().length()).isLessThan(KIB);
                }
            }
            assertThat(diagnostician.diagnose(Pasted.curl(body))).isNotNull();
        });
    }

    private static String filled(String part, int size) {
        var body = new StringBuilder(size + part.length());
        for (int i = 0; body.length() < size; i++) {
            body.append(part.replace("#", String.valueOf(i)));
        }
        assertThat(body.toString().getBytes(StandardCharsets.UTF_8).length).isGreaterThanOrEqualTo(size);
        return body.toString();
    }
}
