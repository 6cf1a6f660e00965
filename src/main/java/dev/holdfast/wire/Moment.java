package dev.holdfast.wire;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.holdfast.observation.MonitorId;
import java.time.Instant;

/// One thing that happened about an incident. Its `kind` says what.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface Moment {

    /// When.
    Instant at();

    /// The monitor passed for the last time.
    @JsonTypeName("last_good")
    record LastGood(Instant at, MonitorId monitor) implements Moment {}

    /// Something was deployed.
    @JsonTypeName("deployment")
    record Deployed(Instant at, String name) implements Moment {}

    /// The monitor failed for the first time, which was yet to be confirmed.
    @JsonTypeName("first_failure")
    record FirstFailure(Instant at, MonitorId monitor) implements Moment {}

    /// A monitor changed its state.
    @JsonTypeName("transition")
    record Changed(Instant at, MonitorId monitor, String from, String to, String reason) implements Moment {}

    /// A notification came to an end; one that is pending stands where it came to be owed.
    ///
    /// @param type the contract's name of the event
    /// @param status `delivered`, `pending` or `failed`
    /// @param attempts how often it was tried
    /// @param answer what the receiver said at the last try
    @JsonTypeName("notification")
    record Notified(
            Instant at,
            String id,
            String channel,
            String type,
            String title,
            String status,
            int attempts,
            String answer)
            implements Moment {}

    /// Somebody took care of it.
    @JsonTypeName("ack")
    record Acknowledged(Instant at, String by, String note) implements Moment {}

    /// The last member recovered.
    @JsonTypeName("end")
    record Ended(Instant at) implements Moment {}
}
