package dev.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.alert.Ntfy;
import dev.holdfast.alert.Template;
import dev.holdfast.alert.Templated;
import dev.holdfast.alert.Webhook;
import dev.holdfast.diagnosis.Cause;
import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Insistence;
import dev.holdfast.incident.Patience;
import dev.holdfast.incident.Subject;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.probe.CredentialSettings;
import dev.holdfast.probe.HttpSettings;
import dev.holdfast.probe.HttpSettings.Client;
import dev.holdfast.probe.HttpSettings.Redirects;
import dev.holdfast.probe.HttpSettings.Tls;
import dev.holdfast.schedule.Cadence;
import dev.holdfast.secret.Secret;
import dev.holdfast.store.StoreSettings;
import dev.holdfast.verdict.Assertion;
import dev.holdfast.verdict.Stated;
import dev.holdfast.verdict.StatusSet;
import dev.holdfast.web.WebSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {
    private static final Path GOOD = Path.of("src/test/resources/config/good");
    private static final Environment ENVIRONMENT =
            Environment.of(Map.of("ONCALL_URL", "https://hooks.example.com/services/1"));

    private static Settings settings(String file) {
        return switch (Config.load(GOOD.resolve(file), ENVIRONMENT)) {
            case Loaded.Good good -> good.settings();
            case Loaded.Bad bad -> throw new AssertionError(bad.problems());
        };
    }

    @Test
    void theExampleOfTheContractBecomesItsRecords() {
        var settings = settings("contract.yml");

        assertThat(settings.channels())
                .containsExactly(Map.entry(
                        "oncall",
                        new Webhook.Settings(
                                new Secret("https://hooks.example.com/services/1"),
                                null,
                                Webhook.Format.STANDARD,
                                Map.of())));
        assertThat(settings.credentials())
                .containsExactly(Map.entry(
                        "signed_in_admin", new CredentialSettings.Bearer(new Secret("eyJhbGciOiJub25lIn0.e30."))));
        assertThat(settings.web()).isEqualTo(new WebSettings("127.0.0.1", 8080, null, null));
        assertThat(settings.store())
                .isEqualTo(new StoreSettings(new Secret("jdbc:sqlite:data/holdfast.db"), Duration.ofDays(30)));
        assertThat(settings.monitors())
                .extracting(monitor -> monitor.id().name())
                .containsExactly("feature_flags", "feature_flags_signed_in", "health");
        assertThat(settings.monitors().getFirst())
                .isEqualTo(new Monitor(
                        new Subject(
                                new MonitorId("feature_flags"),
                                "admin",
                                URI.create("https://app.example.com/api/v1/admin/feature-flags"),
                                "app.example.com",
                                Patience.USUAL,
                                null,
                                new Fix(
                                        Instant.parse("2025-09-18T00:00:00Z"),
                                        Cause.RELATION_MISSING,
                                        "analytics_modules",
                                        "003_add_phase3_enhancements"),
                                new Impact("contract waiting on feature flags", new BigDecimal(925_000), "GBP"),
                                URI.create("https://wiki.example.com/runbooks/analytics-modules"),
                                List.of("oncall"),
                                Insistence.NONE,
                                Map.of(),
                                List.of()),
                        new HttpSettings(
                                "GET",
                                URI.create("https://app.example.com/api/v1/admin/feature-flags"),
                                List.of(),
                                null,
                                null,
                                Client.EXACT,
                                Tls.USUAL,
                                Redirects.NEVER,
                                Duration.ofSeconds(10)),
                        new Stated(
                                new StatusSet(List.of(new StatusSet.Range(401, 401))),
                                StatusSet.NONE,
                                Map.of(),
                                List.of(),
                                Map.of(),
                                null,
                                null),
                        new Cadence.Every(Duration.ofSeconds(30)),
                        Map.of(),
                        true));
        assertThat(settings.monitors().get(1).expectation())
                .isEqualTo(new Stated(
                        new StatusSet(List.of(new StatusSet.Range(200, 200))),
                        StatusSet.NONE,
                        Map.of(),
                        List.of(),
                        Map.of("$.flags", new Assertion.NotEmpty()),
                        null,
                        null));
    }

    @Test
    void aChannelWritesByTheTemplateItNames() {
        var settings = settings("templates.yml");

        var ntfy = new Ntfy.Settings("oncall", null, Ntfy.SERVER);
        assertThat(settings.channels())
                .containsOnly(
                        Map.entry("chat", new Templated(ntfy, new Template("{{event}} {{incident.monitor}}", null))),
                        Map.entry("plain", ntfy));
        assertThat(settings.web().externalUrl()).isEqualTo(URI.create("https://holdfast.example.com/status"));
    }
}
