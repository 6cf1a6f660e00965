package dev.holdfast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.house.Debian;
import dev.holdfast.incident.Outbox;
import dev.holdfast.incident.Outbox.Attempt.Ending;
import dev.holdfast.scene.Saw;
import dev.holdfast.scene.Scene;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/metrics.md is what a scrape has, and Prometheus finds nothing to complain about.
///
/// `mvn test -Dtest=CatalogueTest -Dholdfast.write` refreshes the page; look at what changed, dashboards depend on it.
class CatalogueTest {
    private static final Path PAGE = Path.of("docs/metrics.md");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    @Test
    void theCatalogueIsWhatAScrapeHas() throws Exception {
        var page = page(scrape());
        if (System.getProperty("holdfast.write") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("refresh with: mvn test -Dtest=CatalogueTest -Dholdfast.write")
                .hasContent(page);
    }

    @Test
    void promtoolFindsNothingToComplainAbout() throws Exception {
        var promtool = Path.of(Debian.program("promtool", "prometheus"));

        assertThat(check(promtool, scrape())).isEqualTo("exit 0\n");
    }

    private static String check(Path promtool, String text) throws IOException, InterruptedException {
        var process = new ProcessBuilder(promtool.toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(text);
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return "exit " + process.waitFor() + "\n" + said;
    }

    /// A scrape in which every family has a sample.
    private static String scrape() {
        var scene = new Scene().watch(Scene.worth("flags", "925000", "GBP"));
        try (var metrics = new Metrics(new SceneLive(scene), scene::now, "1.2.3")) {
            for (var saw : List.of(Saw.expected(401), Saw.missing("modules", ""), Saw.missing("modules", ""))) {
                var step = scene.check("flags", saw);
                var watched = scene.monitors().iterator().next();
                metrics.observed(watched.result().orElseThrow());
                metrics.stepped(watched.subject(), step);
            }
            var owed = scene.store().told(1).getFirst().notice();
            metrics.attempt(new Outbox.Attempt(owed, 1, scene.now(), Ending.SENT, "200", null));
            metrics.late(Duration.ofMillis(1));
            metrics.skipped("overlap");
            return metrics.scrape(null).text();
        }
    }

    private static String page(String scrape) {
        var rows = families(scrape).stream().map(family -> row(family, scrape)).collect(Collectors.joining("\n"));
        return """
                # Metrics

                What `/metrics` has, as text and as OpenMetrics. The page is made from a scrape by `CatalogueTest`.

                No URL, error text or relation is a label. The series of a monitor that was removed are gone at the next
                scrape. A value that is not known is absent: a monitor that is paused, that was not tried or that got no
                answer has no status, and never a made-up one. Every histogram has a `_max` beside it, the largest value of
                the last minutes.

                | name | type | labels | what it says |
                |---|---|---|---|
                %s

                Besides these there are the JVM's own (`jvm_`) and the process's (`process_`).
                """.formatted(rows);
    }

    private static List<String> families(String scrape) {
        return scrape.lines()
                .filter(line -> line.startsWith("# TYPE holdfast_") && !line.contains("_max "))
                .map(line -> line.substring("# TYPE ".length()))
                .sorted()
                .toList();
    }

    private static String row(String family, String scrape) {
        var name = family.substring(0, family.indexOf(' '));
        var type = family.substring(family.indexOf(' ') + 1);
        return "| `%s` | %s | %s | %s |".formatted(name, type, labels(name, scrape), help(name, scrape));
    }

    private static String help(String name, String scrape) {
        var start = "# HELP " + name + " ";
        return scrape.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElseThrow();
    }

    private static String labels(String name, String scrape) {
        var sample = scrape.lines()
                .filter(line -> line.matches(name + "(_bucket)?[{ ].*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no sample"));
        var labels = new ArrayList<String>();
        var matcher = LABEL.matcher(sample);
        while (matcher.find()) {
            labels.add("`" + matcher.group(1) + "`");
        }
        labels.remove("`le`");
        return String.join(" ", labels);
    }
}
