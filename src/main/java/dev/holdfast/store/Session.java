package dev.holdfast.store;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// One connection, opened when it is needed and thrown away after any failure, because what failed once may be broken
/// for good. For one thread at a time.
final class Session implements AutoCloseable {
    private final Jdbi jdbi;
    private @Nullable Handle handle;

    Session(ConnectionFactory source) {
        jdbi = Jdbi.create(source);
    }

    <T> T ask(Function<Handle, T> work) {
        try {
            return work.apply(handle());
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    void run(Consumer<Handle> work) {
        ask(open -> {
            work.accept(open);
            return true;
        });
    }

    private Handle handle() {
        var open = handle == null ? jdbi.open() : handle;
        handle = open;
        return open;
    }

    @Override
    public void close() {
        var open = handle;
        handle = null;
        if (open != null) {
            try {
                open.close();
            } catch (RuntimeException ignored) {
                // It is thrown away because it does not work; that it cannot be closed either is no news.
            }
        }
    }
}
