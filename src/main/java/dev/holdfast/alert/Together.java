package dev.holdfast.alert;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Asking several at once.
final class Together {
    private Together() {}

    /// What `question` gives for each of `all`, in their order, as soon as the slowest is done. An interruption is
    /// passed on to those still asking.
    static <T, R> List<R> call(List<T> all, Function<T, R> question) {
        List<Future<R>> asked;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            asked = all.stream()
                    .map(one -> threads.submit((Callable<R>) () -> question.apply(one)))
                    .toList();
        }
        return asked.stream().map(Future::resultNow).toList();
    }
}
