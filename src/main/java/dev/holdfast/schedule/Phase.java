package dev.holdfast.schedule;

import dev.holdfast.observation.MonitorId;
import java.time.Duration;
import java.time.Instant;

/// Where in its interval a monitor has its turn: decided by its name, so that a restart keeps it, and counted from
/// the epoch, so that it needs no memory.
final class Phase {
    private Phase() {}

    static Instant next(MonitorId monitor, Duration interval, Instant now) {
        long period = interval.toMillis();
        long offset = Math.floorMod(spread(monitor.name()), period);
        long wait = Math.floorMod(offset - now.toEpochMilli(), period);
        return now.plusMillis(wait == 0 ? period : wait);
    }

    /// FNV-1a with a final mix: names that differ in one digit land far apart.
    private static long spread(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
