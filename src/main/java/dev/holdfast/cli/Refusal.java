package dev.holdfast.cli;

/// Ends a command with a message that names the remedy, and no stack trace.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /// Wrong usage or configuration.
    static Refusal usage(String message) {
        return new Refusal(Exit.USAGE, message);
    }

    /// The daemon could not be asked, so that there is nothing to judge.
    static Refusal couldNotAsk(String message) {
        return new Refusal(Exit.COULD_NOT_JUDGE, message);
    }

    /// The message.
    String told() {
        return String.valueOf(getMessage());
    }

    int exitCode() {
        return exitCode;
    }
}
