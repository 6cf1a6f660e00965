package dev.holdfast.store;

import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox.Attempt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A notification's line in the book.
///
/// @param number the order in which notifications came to be owed
/// @param retryAt when to try again after a try that failed, null otherwise
/// @param stage how far the process that runs now has come with it; never written down
record Entry(long number, Told told, @Nullable Instant retryAt, Stage stage) {

    /// How far a notification has come.
    enum Stage {
        /// The decision it belongs to is being written. Sent now, it might be sent under another id after a crash.
        HELD,
        /// It may be offered.
        READY,
        /// It was offered and may have been sent by now, so that its id stands for what it says.
        OFFERED
    }

    static Entry fresh(long number, Notice notice) {
        return new Entry(number, new Told(notice, Told.Status.PENDING, 0, "", null), null, Stage.HELD);
    }

    Notice notice() {
        return told.notice();
    }

    String id() {
        return notice().id();
    }

    boolean isOwed() {
        return told.status() == Told.Status.PENDING;
    }

    /// Whether something newer may still take its place.
    boolean isUntouched() {
        return stage != Stage.OFFERED && told.attempts() == 0;
    }

    Instant dueAt() {
        return retryAt == null ? notice().dueAt() : retryAt;
    }

    Entry at(Stage next) {
        return new Entry(number, told, retryAt, next);
    }

    Entry saying(Notice newer) {
        return new Entry(number, fresh(number, newer).told(), null, Stage.HELD);
    }

    Entry tried(Attempt attempt) {
        return switch (attempt.ending()) {
            case RETRY -> new Entry(number, told(Told.Status.PENDING, attempt, null), attempt.retryAt(), stage);
            case SENT -> new Entry(number, told(Told.Status.DELIVERED, attempt, attempt.at()), null, stage);
            case GAVE_UP -> new Entry(number, told(Told.Status.FAILED, attempt, attempt.at()), null, stage);
        };
    }

    private Told told(Told.Status status, Attempt attempt, @Nullable Instant settledAt) {
        return new Told(notice(), status, attempt.number(), attempt.answer(), settledAt);
    }
}
