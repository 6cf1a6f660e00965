package dev.holdfast.incident;

import dev.holdfast.observation.MonitorId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the lifecycle has to know of a monitor.
///
/// @param group empty when it belongs to none
/// @param scope the service whose schema, database and program this endpoint shares; by default the host of `url`
/// @param severity what configuration says, null to derive it from kind and cause
/// @param fix a fix that configuration pins
/// @param channels the names of the channels to tell, in order
/// @param labels words of the user's own about it
/// @param dependsOn what it cannot work without, and what that cannot work without: while one of these is down, nobody
/// is told of this one
public record Subject(
        MonitorId monitor,
        String group,
        URI url,
        String scope,
        Patience patience,
        @Nullable Severity severity,
        @Nullable Fix fix,
        @Nullable Impact impact,
        @Nullable URI runbook,
        List<String> channels,
        Insistence insistence,
        Map<String, String> labels,
        List<MonitorId> dependsOn) {

    public Subject {
        channels = List.copyOf(channels);
        labels = Map.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }
}
