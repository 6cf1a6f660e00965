package dev.holdfast.cli;

import java.io.Console;
import java.util.Optional;

/// The terminal, if there is one.
final class Terminal {
    private Terminal() {}

    /// Colour only for a person: not into a file or pipe, and not for who set `NO_COLOR`.
    static boolean isColoured() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && System.getenv("NO_COLOR") == null;
    }
}
