package dev.holdfast.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The lock that guards what decisions are made from and what they change. Nothing that may take long is done under
/// it.
final class Deciding {
    private final ReentrantLock lock = new ReentrantLock();

    <T> T ask(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
