package dev.holdfast.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.house.Debian;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Prometheus reads the real daemon.
class PrometheusTest {
    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.answers("/good", 200, "").answers("/bad", 500, World.MISSING).watches("""
                - {name: good, group: shop, url: "TARGET/good", expect: {status: 200}}
                - {name: bad, group: shop, url: "TARGET/bad", expect: {status: 200}}
                """);
        world.stateIs("good", "up");
        world.stateIs("bad", "down");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theShippedConfigurationBringsTheStateOfEveryMonitorIntoPrometheus() throws Exception {
        try (var prometheus = RealPrometheus.watching(world.port(), folder)) {
            assertThat(stateOf("good", prometheus)).isEqualTo("up");
            assertThat(stateOf("bad", prometheus)).isEqualTo("down");
            assertThat(prometheus.query("up{job=\"holdfast\"} == 1")).hasSize(1);
        }
    }

    @Test
    void promtoolFindsNothingWrongWithTheMetrics() throws Exception {
        var promtool = Debian.program("promtool", "prometheus");
        var scraped = Files.writeString(
                folder.resolve("metrics"), world.get("/metrics").body());

        var check = new ProcessBuilder(promtool, "check", "metrics")
                .redirectInput(scraped.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(check.getInputStream().readAllBytes(), UTF_8)).isEmpty();
        assertThat(check.waitFor()).isZero();
    }

    private static String stateOf(String monitor, RealPrometheus prometheus) {
        var states = prometheus.samples("holdfast_monitor_state{group=\"shop\",monitor=\"" + monitor + "\"} == 1");
        assertThat(states).hasSize(1);
        return states.at("/0/metric/state").asString();
    }
}
