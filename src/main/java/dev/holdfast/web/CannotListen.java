package dev.holdfast.web;

/// The site cannot be opened at its address. The message says which, why, and what to do.
public final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotListen(String message, Throwable cause) {
        super(message, cause);
    }
}
