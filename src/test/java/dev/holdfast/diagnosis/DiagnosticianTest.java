package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticianTest {
    private final Diagnostician diagnostician = Diagnostician.standard();

    @Test
    void aMissingRelationIsNamedFromText() {
        var diagnosis = diagnostician.diagnose(Seen.answered(
                500, "text/plain", "ERROR:  relation \"analytics_modules\" does not exist\nLINE 1: SELECT"));

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.RELATION_ERROR);
        assertThat(diagnosis.cause()).isEqualTo(Cause.RELATION_MISSING);
        assertThat(diagnosis.relation()).isEqualTo("analytics_modules");
        assertThat(diagnosis.dialect()).isEqualTo(Dialect.POSTGRESQL);
        assertThat(diagnosis.explanation()).isEqualTo("relation \"analytics_modules\" does not exist");
        assertThat(diagnosis.evidence()).isEqualTo("relation \"analytics_modules\" does not exist");
        assertThat(diagnosis.provesItself()).isTrue();
    }

    @Test
    void aMissingRelationIsNamedFromJsonThatWasQuotedTwice() {
        var body = "{\"error\":\"{\\\"detail\\\":\\\"relation \\\\\\\"analytics_modules\\\\\\\" does not exist\\\"}\"}";

        assertThat(diagnostician
                        .diagnose(Seen.answered(500, "application/json", body))
                        .relation())
                .isEqualTo("analytics_modules");
    }

    @Test
    void aMissingTableIsNamedFromAPage() {
        var body = "<html><body><h1>Oops</h1><p>Table &#39;shop.<b>orders</b>&#39; doesn&#39;t exist</p></body></html>";
        var diagnosis = diagnostician.diagnose(Seen.answered(500, "text/html", body));

        assertThat(diagnosis.relation()).isEqualTo("shop.orders");
        assertThat(diagnosis.dialect()).isEqualTo(Dialect.MYSQL);
    }

    @Test
    void aSlashRedirectIsSaidInOneSentence() {
        var diagnosis = diagnostician.diagnose(Seen.answered(
                URI.create("https://app.example.com/api/v1/health"),
                307,
                Map.of("location", "/api/v1/health/"),
                new byte[0]));

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.REDIRECT);
        assertThat(diagnosis.cause()).isEqualTo(Cause.NONE);
        assertThat(diagnosis.explanation())
                .isEqualTo("redirects to the same path with a slash at the end (the framework's slash redirect)");
    }
}
