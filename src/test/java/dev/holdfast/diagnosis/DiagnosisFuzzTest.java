package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.holdfast.observation.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Whatever a response says, it is diagnosed, soon, and what is shown of it is inert.
class DiagnosisFuzzTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final int LONGEST_EVIDENCE = 400;
    private static final String[] TYPES = {
        "text/plain",
        "application/json",
        "text/html; charset=utf-8",
        "text/html; charset=shift_jis",
        "application/xml",
        "text/plain; charset=utf-16",
        "text/plain; charset=iso-2022-jp",
        "text/html; charset=\"windows-1251\"",
        "text/plain; charset="
    };

    private final Diagnostician diagnostician = Diagnostician.standard();

    @FuzzTest
    void anyAnswerIsDiagnosed(FuzzedDataProvider data) {
        int status = data.consumeInt(100, 599);
        var type = data.pickValue(TYPES);
        var headers = Map.of("content-type", type, "www-authenticate", data.consumeString(60));
        var body = data.consumeRemainingAsBytes();
        var seen = Seen.answered(status, headers, body);

        var explained = assertTimeoutPreemptively(LONG, () -> diagnostician.explain(seen));

        isSound(explained.diagnosis());
        assertThat(explained.diagnosis()).isEqualTo(diagnostician.diagnose(seen));
        assertThat(explained.tried().stream().filter(Tried::won).count()).isLessThanOrEqualTo(1);
    }

    @FuzzTest
    void anyPasteIsDiagnosed(byte[] pasted) {
        var response = Pasted.curl(new String(pasted, StandardCharsets.UTF_8));

        assertThat(response.status()).isBetween(0, 999);
        isSound(assertTimeoutPreemptively(LONG, () -> diagnostician.diagnose(response)));
    }

    @FuzzTest
    void anyJsonIsRead(byte[] bytes) {
        var body = new String(bytes, StandardCharsets.UTF_8);

        var fields = assertTimeoutPreemptively(LONG, () -> Fields.of(body));
        var health = Health.of(503, null, Headers.NONE, new Reading(body));

        assertThat(fields).allSatisfy(field -> assertThat(body).contains(field.value()));
        health.ifPresent(ill -> isInert(ill.sentence()));
    }

    @FuzzTest
    void anyPatternIsRefusedOrUsed(FuzzedDataProvider data) {
        var pattern = data.consumeString(60);
        int group = data.consumeInt(0, 3);
        var text = data.consumeRemainingAsString();
        Signature own;
        try {
            own = Signature.own("own", Expression.of(pattern), Cause.RELATION_MISSING, group, null, "");
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContaining("Exception");
            return;
        }
        var seen = Seen.answered(500, "text/plain", text);

        var diagnosis = assertTimeoutPreemptively(LONG, () -> new Diagnostician(List.of(own)).diagnose(seen));

        isSound(diagnosis);
    }

    private static void isSound(Diagnosis diagnosis) {
        isInert(diagnosis.evidence());
        isInert(diagnosis.explanation());
        assertThat(diagnosis.evidence().length()).isLessThanOrEqualTo(LONGEST_EVIDENCE);
        if (diagnosis.relation() != null) {
            assertThat(diagnosis.cause().isSchema()).isTrue();
            isInert(diagnosis.relation());
        }
        if (diagnosis.cause().isSchema() && diagnosis.status() >= 500) {
            assertThat(diagnosis.outcome()).isEqualTo(Outcome.RELATION_ERROR);
        }
        if (diagnosis.outcome() == Outcome.RELATION_ERROR) {
            assertThat(diagnosis.cause().isSchema()).isTrue();
        }
    }

    private static void isInert(String shown) {
        assertThat(shown.codePoints().noneMatch(letter -> switch (Character.getType(letter)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
                    default -> false;
                }))
                .as(shown)
                .isTrue();
    }
}
