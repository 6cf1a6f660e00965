package dev.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.alert.Ntfy;
import dev.holdfast.alert.Template;
import dev.holdfast.alert.Templated;
import dev.holdfast.alert.Webhook;
import dev.holdfast.diagnosis.Cause;
import dev.holdfast.incident.Escalation;
import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Flapping;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Insistence;
import dev.holdfast.incident.Maintenance;
import dev.holdfast.incident.Patience;
import dev.holdfast.incident.Selection;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Subject;
import dev.holdfast.incident.Window;
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
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    private static final Path GOOD = Path.of("src/test/resources/config/good");
    private static final Environment ENVIRONMENT =
            Environment.of(Map.of("ONCALL_URL", "https://hooks.example.com/services/1"));

    @TempDir
    private Path folder;

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
                                new Insistence(Duration.ofHours(1), List.of()),
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

    private static Subject subject(Settings settings, String monitor) {
        return settings.monitors().stream()
                .map(Monitor::subject)
                .filter(subject -> subject.monitor().name().equals(monitor))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAMonitorNeedsIsEveryAncestorTheNearestFirst() {
        var settings = settings("attention.yml");

        assertThat(subject(settings, "gateway").dependsOn()).isEmpty();
        assertThat(subject(settings, "database").dependsOn()).containsExactly(new MonitorId("gateway"));
        assertThat(subject(settings, "cache").dependsOn())
                .containsExactly(new MonitorId("database"), new MonitorId("gateway"));
        assertThat(subject(settings, "flags").dependsOn())
                .containsExactly(new MonitorId("cache"), new MonitorId("database"), new MonitorId("gateway"));
    }

    @Test
    void howPeopleAreCalledIsTheMonitorsOwnOrThatOfTheDefaults() {
        var settings = settings("attention.yml");
        var flags = subject(settings, "flags");
        var database = subject(settings, "database");

        assertThat(flags.labels()).isEqualTo(Map.of("team", "platform", "tier", "gold"));
        assertThat(flags.insistence())
                .isEqualTo(new Insistence(
                        Duration.ofMinutes(30),
                        List.of(
                                new Escalation(Duration.ofMinutes(15), List.of("managers")),
                                new Escalation(Duration.ofHours(1), List.of("managers", "oncall")))));
        assertThat(database.insistence()).isEqualTo(Insistence.NONE);
        assertThat(flags.patience().flapping()).isEqualTo(new Flapping(2, Duration.ofHours(2), Duration.ZERO));
        assertThat(database.patience().flapping())
                .isEqualTo(new Flapping(5, Flapping.USUAL.within(), Flapping.USUAL.calm()));
        assertThat(subject(settings, "gateway").patience()).isEqualTo(Patience.USUAL);
    }

    @Test
    void plannedWorkHasItsMonitorsAndItsWindow() {
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(settings("attention.yml").maintenance())
                .containsExactly(
                        new Maintenance(
                                "database upgrade",
                                new Selection(List.of("database", "fl*"), List.of(), Map.of()),
                                new Window.Once(
                                        Instant.parse("2026-03-28T22:00:00Z"), Instant.parse("2026-03-29T00:00:00Z"))),
                        new Maintenance(
                                "deployment",
                                new Selection(List.of(), List.of("*"), Map.of("tier", "*")),
                                new Window.Weekly(
                                        EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)),
                                        LocalTime.parse("23:30"),
                                        LocalTime.MIDNIGHT,
                                        berlin)),
                        new Maintenance(
                                "backup",
                                Selection.EVERYTHING,
                                new CronWindow("0 30 2 ? * SUN", ZoneId.of("UTC"), Duration.ofMinutes(90))));
    }

    @Test
    void silencesAndCanariesAreTheFiles() {
        var settings = settings("attention.yml");

        assertThat(settings.silences())
                .containsExactly(
                        Silence.of(
                                new Selection(List.of("flags"), List.of(), Map.of()),
                                Instant.EPOCH,
                                Instant.parse("2026-04-01T00:00:00Z"),
                                "ada",
                                "known since Monday"),
                        Silence.of(
                                new Selection(List.of(), List.of(), Map.of("team", "plat*")),
                                Instant.parse("2026-03-01T00:00:00Z"),
                                Instant.parse("2026-03-02T00:00:00Z"),
                                "",
                                ""));
        assertThat(settings.canaries())
                .containsExactly(
                        canary("https://example.org", Duration.ofSeconds(3)),
                        canary("http://192.0.2.1/", Duration.ofMillis(500)));
    }

    private static HttpSettings canary(String url, Duration timeout) {
        return new HttpSettings(
                "GET", URI.create(url), List.of(), null, null, Client.EXACT, Tls.USUAL, Redirects.NEVER, timeout);
    }

    @Test
    void whatIsShownLoadsAgainAsTheSame() throws IOException {
        var loaded = (Loaded.Good) Config.load(GOOD.resolve("attention.yml"), ENVIRONMENT);
        var shown = Files.writeString(
                folder.resolve("shown.yml"),
                loaded.effective()
                        .yaml()
                        .replace("\"***\"", "https://hooks.example.com/1")
                        .replace("'***'", "https://hooks.example.com/1"));

        var again = ((Loaded.Good) Config.load(shown, ENVIRONMENT)).settings();

        assertThat(again.monitors()).isEqualTo(loaded.settings().monitors());
        assertThat(again.maintenance()).isEqualTo(loaded.settings().maintenance());
        assertThat(again.silences()).isEqualTo(loaded.settings().silences());
        assertThat(again.canaries()).isEqualTo(loaded.settings().canaries());
    }
}
