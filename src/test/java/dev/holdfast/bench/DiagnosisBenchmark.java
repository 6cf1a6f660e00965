package dev.holdfast.bench;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Diagnostician;
import dev.holdfast.diagnosis.Expression;
import dev.holdfast.diagnosis.Pasted;
import dev.holdfast.diagnosis.Signature;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long it takes to say why a response failed, in processor time of one thread, so that what else the machine does
/// counts little: `mvn test -Dtest=DiagnosisBenchmark -Dgroups=bench`
@Tag("bench")
class DiagnosisBenchmark {
    private static final int WARM_UP = 1_000;
    private static final int ROUNDS = 1_000;
    private static final int KIB = 1024;

    private final Diagnostician diagnostician = Diagnostician.standard();

    @Test
    void usualBodies() {
        measure("4 KiB", Bodies.mixed(4 * KIB), ROUNDS);
        measure("64 KiB", Bodies.mixed(64 * KIB), ROUNDS / 20);
    }

    @Test
    void hostileBodies() {
        measure("hostile, 32 KiB", Bodies.hostile(32 * KIB), ROUNDS / 20);
        measure("hostile, 64 KiB", Bodies.hostile(64 * KIB), ROUNDS / 20);
        measure("hostile, 1 MiB", Bodies.hostile(KIB * KIB), ROUNDS / 100);
    }

    @Test
    void construction() {
        // One of the user's own makes it anew each time.
        var own = List.of(Signature.own("own", Expression.of("flux capacitor"), Cause.MAINTENANCE, 0, null, ""));
        var nanos = LongStream.generate(() -> timed(() -> Diagnostician.with(own)))
                .limit(40)
                .skip(20)
                .sorted()
                .toArray();
        report("construction", nanos);
    }

    private void measure(String what, List<Pasted> responses, int rounds) {
        for (int i = 0; i < Math.max(3 * rounds, WARM_UP / 10); i++) {
            responses.forEach(diagnostician::diagnose);
        }
        var all = new long[rounds * responses.size()];
        for (int one = 0; one < responses.size(); one++) {
            var response = responses.get(one);
            var nanos = LongStream.generate(() -> timed(() -> diagnostician.diagnose(response)))
                    .limit(rounds)
                    .toArray();
            System.arraycopy(nanos, 0, all, one * rounds, rounds);
            report(what + ", " + name(diagnostician.diagnose(response), one), sorted(nanos));
        }
        report(what + ", all", sorted(all));
    }

    private static String name(Diagnosis diagnosis, int one) {
        return "#" + one + " " + diagnosis.outcome() + " " + diagnosis.cause();
    }

    private static long[] sorted(long[] nanos) {
        return LongStream.of(nanos).sorted().toArray();
    }

    private static long timed(Runnable work) {
        long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
    }

    private static void report(String what, long[] nanos) {
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f, 90 %% %.1f, 99 %% %.1f, most %.1f µs; %.0f a second (%d trials)%n",
                what,
                nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length * 9 / 10] / 1e3,
                nanos[nanos.length * 99 / 100] / 1e3,
                nanos[nanos.length - 1] / 1e3,
                nanos.length * 1e9 / LongStream.of(nanos).sum(),
                nanos.length);
    }
}
