package dev.holdfast.cli;

import java.util.Locale;

/// The contract's words.
final class Words {
    private Words() {}

    static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
