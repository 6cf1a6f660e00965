package dev.holdfast.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.daemon.Dashboard.Panel;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The shipped dashboard keeps the rules of Grafana's dashboard linter, and a real Prometheus answers its questions.
class GrafanaTest {
    /// A metric with its labels and, where there is one, its range.
    private static final Pattern SELECTOR = Pattern.compile("(\\w+)\\{([^}]*)}(\\[[^]]*])?");

    private static final Pattern METRIC = Pattern.compile("\\b(?:holdfast|jvm|process)_\\w+");

    /// The endpoints of a test show no certificates.
    private static final String MAY_BE_EMPTY = "Certificate expiry";

    @TempDir
    private Path folder;

    private Dashboard dashboard;

    @BeforeEach
    void read() throws Exception {
        dashboard = Dashboard.shipped();
    }

    @Test
    void itIsAClassicDashboardForProvisioning() {
        var json = dashboard.json();
        assertThat(json.at("/schemaVersion").asInt()).isEqualTo(42);
        assertThat(json.at("/id").isNull()).isTrue();
        assertThat(json.at("/uid").asString()).isEqualTo("holdfast");
        assertThat(json.at("/editable").asBoolean(true)).isFalse();
        assertThat(json.has("__inputs")).isFalse();
        assertThat(json.at("/panels").values())
                .extracting(panel -> panel.at("/id").asInt())
                .doesNotHaveDuplicates();
    }

    @Test
    void itAsksOneDataSourceThatIsChosen() {
        assertThat(dashboard.variables("datasource"))
                .singleElement()
                .satisfies(
                        variable -> assertThat(variable.at("/name").asString()).isEqualTo("datasource"));
        assertThat(dashboard.panels()).flatExtracting(Panel::sources).containsOnly("${datasource}");
        assertThat(dashboard.variables("query"))
                .extracting(variable -> variable.at("/datasource/uid").asString())
                .containsOnly("${datasource}");
    }

    @Test
    void jobsInstancesGroupsAndMonitorsAreChosenSeverallyOrAll() {
        var variables = dashboard.variables("query");
        assertThat(variables).extracting(GrafanaTest::name).containsExactly("job", "instance", "group", "monitor");
        assertThat(variables).allSatisfy(variable -> {
            assertThat(variable.at("/label").asString()).isEqualToIgnoringCase(name(variable));
            assertThat(variable.at("/multi").asBoolean()).isTrue();
            assertThat(variable.at("/includeAll").asBoolean()).isTrue();
            assertThat(variable.at("/refresh").asInt())
                    .as("asked again when the time changes")
                    .isEqualTo(2);
            // A monitor need not have a group.
            assertThat(variable.at("/allValue").asString())
                    .isEqualTo(name(variable).equals("group") ? ".*" : ".+");
        });
    }

    @Test
    void everyPanelSaysWhatItShows() {
        assertThat(dashboard.panels()).hasSizeGreaterThan(12).allSatisfy(panel -> {
            assertThat(panel.title()).isNotBlank();
            assertThat(panel.description()).as(panel.title()).endsWith(".");
            assertThat(panel.unit()).as(panel.title()).isNotBlank();
            assertThat(panel.expressions()).as(panel.title()).isNotEmpty();
        });
    }

    @Test
    void everyMetricIsAskedOfTheChosenJobsAndInstances() {
        assertThat(expressions()).allSatisfy(expression -> {
            assertThat(selectors(expression))
                    .hasSize((int) METRIC.matcher(expression).results().count());
            assertThat(selectors(expression))
                    .allSatisfy(selector ->
                            assertThat(selector.group(2)).contains("job=~\"$job\"", "instance=~\"$instance\""));
        });
    }

    @Test
    void everyCounterIsShownByItsGrowthOverTheRateInterval() {
        assertThat(expressions()).flatExtracting(GrafanaTest::selectors).allSatisfy(selector -> {
            var counts =
                    selector.group(1).endsWith("_total") || selector.group(1).endsWith("_bucket");
            assertThat(selector.group(3)).as(selector.group()).isEqualTo(counts ? "[$__rate_interval]" : null);
        });
    }

    @Test
    void prometheusAnswersEveryPanel() throws Exception {
        try (var world = new World(folder)) {
            world.answers("/good", 200, "").answers("/bad", 500, World.MISSING).watches("""
                    - {name: good, url: "TARGET/good", expect: {status: 200}}
                    - {name: bad, group: shop, url: "TARGET/bad", expect: {status: 200}}
                    """);
            world.stateIs("bad", "down");
            try (var prometheus = RealPrometheus.watching(world.port(), folder)) {
                dashboard.panels().forEach(panel -> isAnswered(panel, prometheus));
            }
        }
    }

    private void isAnswered(Panel panel, RealPrometheus prometheus) {
        for (var expression : panel.expressions()) {
            var sent = dashboard.ofEverything(expression);
            var samples = panel.title().equals(MAY_BE_EMPTY) ? prometheus.query(sent) : prometheus.samples(sent);
            assertThat(samples.isArray()).as(panel.title()).isTrue();
        }
    }

    private List<String> expressions() {
        return dashboard.panels().stream()
                .flatMap(panel -> panel.expressions().stream())
                .toList();
    }

    private static List<MatchResult> selectors(String expression) {
        return SELECTOR.matcher(expression).results().toList();
    }

    private static String name(JsonNode variable) {
        return variable.at("/name").asString();
    }
}
