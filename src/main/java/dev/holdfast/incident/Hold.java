package dev.holdfast.incident;

import dev.holdfast.incident.Condition.Down;
import dev.holdfast.incident.Condition.Recovering;
import dev.holdfast.incident.Condition.Suspect;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.MonitorId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Why a monitor that is down opens nothing yet. Only opening is held: it is probed as ever, and its next check decides
/// anew.
sealed interface Hold {

    /// How long a monitor waits for what it depends on to be checked.
    Duration PATIENCE = Duration.ofSeconds(10);

    /// There is planned work on it.
    record Work(Instant until) implements Hold {}

    /// What it depends on is down, or is becoming so.
    record Dependency(MonitorId on) implements Hold {}

    /// What it depends on has not been checked since.
    record Unchecked(MonitorId on) implements Hold {}

    /// It got no answer, and nobody knows yet whether others do.
    record Unsure() implements Hold {}

    /// It got no answer, and neither does anybody else.
    record Blind() implements Hold {}

    /// What holds a monitor that is down since `firstFailed`; empty when nothing does.
    static Optional<Hold> of(Situation situation, Instant firstFailed) {
        return Stream.<Optional<? extends Hold>>of(
                        situation
                                .surroundings()
                                .workUntil(situation.subject(), situation.at())
                                .map(Work::new),
                        doubt(situation),
                        dependency(situation),
                        unchecked(situation, firstFailed))
                .<Hold>flatMap(Optional::stream)
                .findFirst();
    }

    /// An answer always counts.
    private static Optional<Hold> doubt(Situation situation) {
        if (situation.result().observation() instanceof Answered) {
            return Optional.empty();
        }
        return switch (situation.surroundings().sight()) {
            case CLEAR -> Optional.empty();
            case UNSURE -> Optional.of(new Unsure());
            case BLIND -> Optional.of(new Blind());
        };
    }

    private static Optional<Hold> dependency(Situation situation) {
        return situation.subject().dependsOn().stream()
                .filter(on ->
                        situation.ledger().state(on).filter(Hold::isBroken).isPresent())
                .findFirst()
                .map(Dependency::new);
    }

    private static boolean isBroken(MonitorState state) {
        return switch (state.condition()) {
            case Down _, Suspect _, Recovering _ -> true;
            case Condition.Up _, Condition.Review _, Condition.Unknown _ -> false;
        };
    }

    private static Optional<Hold> unchecked(Situation situation, Instant firstFailed) {
        if (Duration.between(firstFailed, situation.at()).compareTo(PATIENCE) > 0) {
            return Optional.empty();
        }
        return situation.subject().dependsOn().stream()
                .filter(on -> situation
                        .ledger()
                        .state(on)
                        .filter(state ->
                                state.checkedAt() != null && state.checkedAt().isBefore(firstFailed))
                        .isPresent())
                .findFirst()
                .map(Unchecked::new);
    }

    /// How soon its next check should be; empty when its regular turn is soon enough.
    default Optional<Duration> recheck(Patience patience, Instant at) {
        return switch (this) {
            case Work(var until) -> Optional.of(Duration.between(at, until));
            case Unchecked _, Unsure _ -> Optional.of(patience.confirmEvery());
            case Dependency _, Blind _ -> Optional.empty();
        };
    }

    /// Whose check would end it.
    default List<MonitorId> asks() {
        return this instanceof Unchecked(var on) ? List.of(on) : List.of();
    }
}
