package dev.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.incident.Outbox;
import dev.holdfast.incident.Outbox.Attempt.Ending;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.scene.Saw;
import dev.holdfast.scene.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Scene scene = new Scene();
    private final Metrics metrics = new Metrics(new SceneLive(scene), scene::now, "1.2.3");

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void aFailingMonitorShowsItsStateVerdictAndIncident() {
        scene.watch(Scene.subject("flags", "admin"));
        happens("flags", Saw.expected(401));
        happens("flags", Saw.missing("analytics_modules", ""));
        happens("flags", Saw.missing("analytics_modules", ""));

        assertThat(series())
                .contains(
                        "holdfast_monitor_state{monitor=\"flags\",group=\"admin\",state=\"down\"} 1",
                        "holdfast_monitor_state{monitor=\"flags\",group=\"admin\",state=\"up\"} 0",
                        "holdfast_monitor_verdict{monitor=\"flags\",group=\"admin\",verdict=\"fail\"} 1",
                        "holdfast_probe_outcomes_total{monitor=\"flags\",group=\"admin\",outcome=\"relation_error\"} 2",
                        "holdfast_probe_last_status_code{monitor=\"flags\",group=\"admin\"} 500",
                        "holdfast_probe_last_duration_seconds{monitor=\"flags\",group=\"admin\"} 0.088",
                        "holdfast_probe_last_phase_seconds{monitor=\"flags\",group=\"admin\",phase=\"tls\"} 0.024",
                        "holdfast_incident_open{monitor=\"flags\",group=\"admin\",kind=\"regression\","
                                + "cause=\"relation_missing\"} 1",
                        "holdfast_regressions_total{monitor=\"flags\",group=\"admin\",cause=\"relation_missing\"} 1",
                        "holdfast_incidents_total{cause=\"relation_missing\",group=\"admin\",kind=\"regression\"} 1.0",
                        "holdfast_certificate_expiry_timestamp_seconds{monitor=\"flags\",group=\"admin\"} 1798761600");
    }

    @Test
    void theAgeOfACheckGrowsUntilTheNext() {
        scene.watch(Scene.subject("flags", ""));
        happens("flags", Saw.expected(200));
        scene.later(Duration.ofSeconds(45));

        assertThat(series()).contains("holdfast_probe_age_seconds{monitor=\"flags\",group=\"\"} 45.912");
    }

    @Test
    void aRemovedMonitorIsGoneAtTheNextScrapeAndStartsAfreshWhenItComesBack() {
        scene.watch(Scene.subject("flags", ""));
        happens("flags", Saw.expected(200));
        assertThat(text()).contains("monitor=\"flags\"");

        scene.remove("flags");
        assertThat(text()).doesNotContain("monitor=\"flags\"");

        scene.watch(Scene.subject("flags", ""));
        assertThat(text()).contains("monitor=\"flags\"").doesNotContain("outcomes_total{monitor=\"flags\"");
    }

    @Test
    void whatIsNotKnownHasNoValue() {
        scene.watch(Scene.subject("refused", ""))
                .watch(Scene.subject("untried", ""))
                .paused(Scene.subject("paused", ""));
        happens("refused", Saw.refused());
        happens("untried", Saw.nothing());

        assertThat(series())
                .contains(
                        "holdfast_probe_last_duration_seconds{monitor=\"refused\",group=\"\"} 0.003",
                        "holdfast_monitor_verdict{monitor=\"untried\",group=\"\",verdict=\"unknown\"} 1",
                        "holdfast_monitor_state{monitor=\"paused\",group=\"\",state=\"paused\"} 1")
                .doesNotContain("holdfast_monitor_verdict{monitor=\"paused\",group=\"\",verdict=\"unknown\"} 1")
                .noneMatch(line -> line.startsWith("holdfast_probe_last_status_code{monitor=\"refused\""))
                .noneMatch(line -> line.startsWith("holdfast_probe_last_duration_seconds{monitor=\"untried\""));
    }

    @Test
    void aRelapseIsNotOneMoreRegression() {
        scene.watch(Scene.subject("flags", ""));
        happens("flags", Saw.expected(200));
        for (int failure = 0; failure < 3; failure++) {
            happens("flags", Saw.error());
        }
        happens("flags", Saw.expected(200));
        happens("flags", Saw.error());

        assertThat(series())
                .contains(
                        "holdfast_regressions_total{monitor=\"flags\",group=\"\",cause=\"application_error\"} 1",
                        "holdfast_incidents_total{cause=\"application_error\",group=\"\",kind=\"regression\"} 1.0");
    }

    @Test
    void aMemberThatJoinsIsARegressionButNoNewIncident() {
        scene.watch(Scene.subject("flags", "")).watch(Scene.subject("modules", ""));
        for (var monitor : new String[] {"flags", "modules"}) {
            happens(monitor, Saw.expected(200));
            happens(monitor, Saw.missing("analytics_modules", ""));
            happens(monitor, Saw.missing("analytics_modules", ""));
        }

        assertThat(series())
                .contains(
                        "holdfast_incidents_total{cause=\"relation_missing\",group=\"\",kind=\"regression\"} 1.0",
                        "holdfast_regressions_total{monitor=\"modules\",group=\"\",cause=\"relation_missing\"} 1");
    }

    @Test
    void moneyIsAtRiskOnlyWhileItsMonitorIsDown() {
        scene.watch(Scene.worth("flags", "925000.5", "GBP")).watch(Scene.worth("modules", "100", "EUR"));
        for (int failure = 0; failure < 3; failure++) {
            happens("flags", Saw.error());
        }

        assertThat(series())
                .contains(
                        "holdfast_impact_at_risk{currency=\"GBP\"} 925000.5",
                        "holdfast_impact_at_risk{currency=\"EUR\"} 0");
    }

    @Test
    void attemptsAreCountedByChannelAndEnding() {
        scene.watch(Scene.subject("flags", ""));
        for (int failure = 0; failure < 3; failure++) {
            happens("flags", Saw.error());
        }
        assertThat(series())
                .contains(
                        "holdfast_notifications_pending{channel=\"oncall\"} 1",
                        "holdfast_notifications_total{channel=\"oncall\",result=\"failed\"} 0.0");

        var owed = scene.store().told(1).getFirst().notice();
        metrics.attempt(new Outbox.Attempt(owed, 1, scene.now(), Ending.RETRY, "503", scene.now()));
        metrics.attempt(new Outbox.Attempt(owed, 2, owed.dueAt().plusSeconds(2), Ending.SENT, "200", null));
        metrics.attempt(new Outbox.Attempt(owed, 1, scene.now(), Ending.GAVE_UP, "401 wrong key", null));

        assertThat(series())
                .contains(
                        "holdfast_notifications_total{channel=\"oncall\",result=\"retry\"} 1.0",
                        "holdfast_notifications_total{channel=\"oncall\",result=\"sent\"} 1.0",
                        "holdfast_notifications_total{channel=\"oncall\",result=\"failed\"} 1.0",
                        "holdfast_notification_delay_seconds_bucket{le=\"1.0\"} 0",
                        "holdfast_notification_delay_seconds_bucket{le=\"2.5\"} 1");
    }

    @Test
    void aRefusedConfigurationShowsUntilOneIsTaken() {
        metrics.reloaded(false, Scene.START.plusSeconds(10));
        assertThat(series())
                .contains(
                        "holdfast_config_last_reload_successful 0",
                        "holdfast_config_last_reload_success_timestamp_seconds 1795442400");

        metrics.reloaded(true, Scene.START.plusSeconds(20));
        assertThat(series())
                .contains(
                        "holdfast_config_last_reload_successful 1",
                        "holdfast_config_last_reload_success_timestamp_seconds 1795442420");
    }

    @Test
    void latenessAndSkippedChecksAreCounted() {
        metrics.late(Duration.ofMillis(20));
        metrics.skipped("overlap");

        assertThat(series())
                .contains(
                        "holdfast_schedule_lateness_seconds_bucket{le=\"0.01\"} 0",
                        "holdfast_schedule_lateness_seconds_bucket{le=\"0.025\"} 1",
                        "holdfast_probes_skipped_total{reason=\"overlap\"} 1.0");
    }

    @Test
    void aGroupMayHaveAnyName() {
        scene.watch(Scene.subject("flags", "a \"b\" \\ c\nd"));

        assertThat(text()).contains("{monitor=\"flags\",group=\"a \\\"b\\\" \\\\ c\\nd\",state=\"unknown\"} 1\n");
    }

    @Test
    void openMetricsIsSpokenToWhomWouldRatherHaveIt() {
        scene.watch(Scene.subject("flags", ""));
        happens("flags", Saw.expected(200));

        var scrape = metrics.scrape("application/openmetrics-text;version=1.0.0;q=0.8,text/plain;q=0.5");

        assertThat(scrape.contentType()).startsWith("application/openmetrics-text");
        assertThat(scrape.text())
                .contains("# TYPE holdfast_probe_outcomes counter\n")
                .contains("\nholdfast_probe_outcomes_total{")
                .endsWith("# EOF\n")
                .containsOnlyOnce("# EOF");
    }

    @Test
    void plainTextIsSpokenToEverybodyElse() {
        for (var accept : new String[] {
            null,
            "*/*",
            "text/html",
            "text/plain",
            "application/openmetrics-text;q=0",
            "application/openmetrics-text;q=soon",
            "application/openmetrics-text;q=0.2, text/plain;version=0.0.4;q=0.3"
        }) {
            assertThat(metrics.scrape(accept).contentType()).as(accept).startsWith("text/plain; version=0.0.4");
        }
    }

    private void happens(String monitor, Saw saw) {
        var step = scene.check(monitor, saw);
        var watched = scene.monitors().stream()
                .filter(one -> one.subject().monitor().equals(new MonitorId(monitor)))
                .findFirst()
                .orElseThrow();
        metrics.observed(watched.result().orElseThrow());
        metrics.stepped(watched.subject(), step);
        scene.later(Duration.ofSeconds(1));
    }

    private String text() {
        return metrics.scrape(null).text();
    }

    private List<String> series() {
        return text().lines().toList();
    }
}
