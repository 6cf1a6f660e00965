package dev.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.observation.Observation;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Hostile targets leave nothing behind. The long one: `mvn test -Dgroups=soak`.
class FlatnessTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final int AT_A_TIME = 50;

    @Test
    void hundredsOfHostileProbesLeaveThreadsDescriptorsAndSocketsAsTheyWere() throws Exception {
        probesLeaveNothing(20);
    }

    @Test
    @Tag("soak")
    void thousandsOfHostileProbesLeaveThreadsDescriptorsSocketsAndHeapAsTheyWere() throws Exception {
        probesLeaveNothing(220);
    }

    private static void probesLeaveNothing(int rounds) throws Exception {
        try (var probes = new Probes(Map.of(), AddressGuard.allowAll());
                var targets = new Targets()) {
            // Once before: classes, pools and buffers that come to stay.
            probeAll(probes, targets, 2);
            var before = Used.now();

            probeAll(probes, targets, rounds);

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(targets.openConnections()).isZero();
                var after = Used.now();
                assertThat(after.threads()).isLessThanOrEqualTo(before.threads());
                assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors());
                assertThat(after.heapMiB()).isLessThanOrEqualTo(before.heapMiB() + 8);
            });
        }
    }

    private static void probeAll(Probes probes, Targets targets, int rounds) throws Exception {
        var places = new Semaphore(AT_A_TIME);
        var ended = new ArrayList<Future<Observation>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var probe = 0; probe < rounds * targets.all.size(); probe++) {
                var target = targets.all.get(probe % targets.all.size());
                places.acquire();
                ended.add(threads.submit(() -> {
                    try {
                        return target.asking().within(DEADLINE).by(probes);
                    } finally {
                        places.release();
                    }
                }));
            }
        }
        for (var observation : ended) {
            assertThat(observation.get().took()).isLessThan(DEADLINE.plusSeconds(3));
        }
    }

    /// What this process holds.
    private record Used(int threads, int descriptors, long heapMiB) {

        static Used now() {
            System.gc();
            var open = new File("/proc/self/fd").list();
            return new Used(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    open == null ? 0 : open.length,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        }
    }

    /// One target of each kind.
    private static final class Targets implements AutoCloseable {
        private final List<HostileTarget> all = new ArrayList<>();

        Targets() throws IOException {
            for (var kind : Hostile.values()) {
                all.add(HostileTarget.of(kind));
            }
        }

        int openConnections() {
            return all.stream().mapToInt(HostileTarget::openConnections).sum();
        }

        @Override
        public void close() throws IOException {
            for (var target : all) {
                target.close();
            }
        }
    }
}
