package dev.holdfast;

import dev.holdfast.cli.Cli;

/// Arguments in, exit code out.
public final class Main {
    private Main() {}

    /// Runs the command that `args` name, and ends the process with its exit code.
    public static void main(String[] args) {
        int exitCode = Cli.run(args);
        // As expected: simply return, for whoever ends the process by a signal waits for this thread.
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
