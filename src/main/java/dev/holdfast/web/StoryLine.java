package dev.holdfast.web;

import dev.holdfast.wire.Moment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One line of an incident's story, as a page shows it.
///
/// @param at exact, in UTC
/// @param tone `good`, `bad` or `plain`
/// @param monitor whether `who` is a monitor, which has a page
/// @param who a monitor, a channel or a person; empty when it is nobody in particular
/// @param what what happened
/// @param detail more of it, empty when there is no more
public record StoryLine(String at, String tone, boolean monitor, String who, String what, String detail) {

    static StoryLine of(Moment moment) {
        return switch (moment) {
            case Moment.LastGood good ->
                new StoryLine(time(good.at()), "good", true, good.monitor().name(), "was good for the last time", "");
            case Moment.Deployed deployed ->
                new StoryLine(time(deployed.at()), "plain", false, "Deployment", deployed.name(), "");
            case Moment.FirstFailure failure ->
                new StoryLine(
                        time(failure.at()), "bad", true, failure.monitor().name(), "failed for the first time", "");
            case Moment.Changed changed ->
                new StoryLine(
                        time(changed.at()),
                        tone(changed.to()),
                        true,
                        changed.monitor().name(),
                        changed.from() + " → " + changed.to(),
                        changed.reason());
            case Moment.Notified told ->
                new StoryLine(time(told.at()), tone(told.status()), false, told.channel(), told(told), told.answer());
            case Moment.Acknowledged ack ->
                new StoryLine(time(ack.at()), "good", false, ack.by(), "takes care of it", ack.note());
            case Moment.Ended end -> new StoryLine(time(end.at()), "good", false, "Incident", "is over", "");
        };
    }

    /// When, in UTC, to the second.
    public String clock() {
        return at.replace('T', ' ').replace("Z", "");
    }

    private static String told(Moment.Notified told) {
        return told.type() + " " + told.status()
                + switch (told.attempts()) {
                    case 0 -> "";
                    case 1 -> " after 1 attempt";
                    default -> " after " + told.attempts() + " attempts";
                };
    }

    private static String tone(String word) {
        return switch (word) {
            case "up" -> "good";
            case "down", "failed" -> "bad";
            default -> "plain";
        };
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
