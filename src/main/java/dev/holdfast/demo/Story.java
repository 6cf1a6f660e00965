package dev.holdfast.demo;

import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.incident.Watched;
import dev.holdfast.verdict.Verdict;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The story of the mission, act by act: what the target does, and what Holdfast must detect and deliver for it.
final class Story {
    private static final List<String> ADMIN = List.of("feature_flags", "dashboard_stats");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Target target;
    private final Supplier<Collection<Watched>> monitors;
    private final OnCall oncall;
    private final Narrator narrator;
    private boolean asItShould = true;

    Story(Target target, Supplier<Collection<Watched>> monitors, OnCall oncall, Narrator narrator) {
        this.target = target;
        this.monitors = monitors;
        this.oncall = oncall;
        this.narrator = narrator;
    }

    /// Plays it once.
    ///
    /// @param pause how long a good state is left to be looked at
    /// @return whether everything was detected and delivered
    boolean play(Duration pause) {
        broken();
        migrated(pause);
        regressed(pause);
        migratedAgain();
        return asItShould;
    }

    private void broken() {
        narrator.says("target", "a migration has not run: both admin endpoints answer 500");
        wants(
                "both admin endpoints are diagnosed as relation_error, relation analytics_modules",
                this::missTheRelation);
        ADMIN.forEach(this::show);
        wants("on-call is told", () -> oncall.isTold("incident.opened", "OUTAGE"));
        wants("health is for a person to review", () -> is("health", watched -> verdict(watched) == Verdict.REVIEW));
        show("health");
    }

    private void migrated(Duration pause) {
        target.migrate();
        narrator.says("target", "the migration ran: both admin endpoints answer 401, guarded as they should be");
        wants("both admin endpoints pass on 401", () -> ADMIN.stream().allMatch(this::isUp));
        ADMIN.forEach(this::show);
        wants("on-call is told that it is over", () -> oncall.isTold("incident.resolved", "RESOLVED"));
        LockSupport.parkNanos(pause.toNanos());
    }

    private void regressed(Duration pause) {
        oncall.forget();
        target.loseTheTable();
        narrator.says("target", "a deployment went back: the table is gone again");
        wants("both admin endpoints are down by one root cause", this::shareOneIncident);
        wants(
                "one regression notification reaches on-call, with the cause",
                () -> oncall.isTold("incident.opened", "REGRESSION")
                        && oncall.isTold("incident.opened", "analytics_modules"));
        LockSupport.parkNanos(pause.toNanos());
    }

    private void migratedAgain() {
        target.migrate();
        narrator.says("target", "migrated again");
        wants("on-call is told that it is over", () -> oncall.isTold("incident.resolved", "RESOLVED"));
        wants("it was one notification for one root cause", () -> oncall.count("incident.opened") == 1);
    }

    private boolean missTheRelation() {
        return ADMIN.stream()
                .allMatch(name -> is(
                        name,
                        watched -> watched.result()
                                .filter(result -> result.diagnosis().outcome() == Outcome.RELATION_ERROR
                                        && "analytics_modules"
                                                .equals(result.diagnosis().relation()))
                                .isPresent()));
    }

    private boolean shareOneIncident() {
        var incidents = monitors.get().stream()
                .filter(watched -> ADMIN.contains(watched.subject().monitor().name()))
                .map(watched -> Optional.ofNullable(watched.state().incident()))
                .distinct()
                .toList();
        return incidents.size() == 1 && incidents.getFirst().isPresent();
    }

    private boolean isUp(String name) {
        return is(name, watched -> watched.state().condition().word().equals("up"));
    }

    private static Verdict verdict(Watched watched) {
        return watched.result().map(result -> result.verdict()).orElse(Verdict.UNKNOWN);
    }

    private boolean is(String name, Predicate<Watched> so) {
        return monitors.get().stream()
                .anyMatch(watched -> watched.subject().monitor().name().equals(name) && so.test(watched));
    }

    private void show(String name) {
        monitors.get().stream()
                .filter(watched -> watched.subject().monitor().name().equals(name))
                .flatMap(watched -> watched.result().stream())
                .forEach(result -> narrator.says(
                        "holdfast",
                        name + " " + verdictWord(result.verdict()) + " ("
                                + result.diagnosis().outcome().name().toLowerCase(Locale.ROOT) + "): "
                                + result.judgement().reason()));
    }

    private static String verdictWord(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private void wants(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        if (holds.getAsBoolean()) {
            narrator.says("✓", what);
        } else {
            asItShould = false;
            narrator.says("✗", what + ": NOT within " + PATIENCE.toSeconds() + " s");
        }
    }
}
