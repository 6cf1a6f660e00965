package dev.holdfast.store;

import org.jspecify.annotations.Nullable;

/// The store cannot be opened. The message names the place, what is wrong with it and the remedy; it is all a user
/// needs to see.
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailable(String message) {
        this(message, null);
    }

    StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
