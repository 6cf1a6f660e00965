package dev.holdfast.probe;

/// Settings no probe can be made of. The message is a sentence that names the file or value and the remedy.
public final class UnusableSettingsException extends Exception {
    private static final long serialVersionUID = 1;

    UnusableSettingsException(String message) {
        super(message);
    }
}
