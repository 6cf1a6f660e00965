package dev.holdfast.alert;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A deadline for those who have none of their own.
final class Within {
    private Within() {}

    /// What `attempt` comes to, if it does so in time. If not it is interrupted, which closes the socket that a
    /// virtual thread waits for.
    static Delivery within(Duration deadline, Callable<Delivery> attempt) {
        var task = new FutureTask<>(attempt);
        Thread.ofVirtual().name("attempt").start(task);
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return Reply.silence(deadline).delivery();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Reply.silence("stopped before an answer came").delivery();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an attempt failed", e.getCause());
        } finally {
            task.cancel(true);
        }
    }
}
