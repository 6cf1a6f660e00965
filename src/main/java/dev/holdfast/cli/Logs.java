package dev.holdfast.cli;

/// How much the log says; read by `logback.xml` when the first logger is made.
final class Logs {
    private static final String LEVEL = "HOLDFAST_LOG";

    private Logs() {}

    /// The daemon logs what changes; all other commands print what they have to say, and log only trouble.
    static void tellEverything() {
        if (System.getenv(LEVEL) == null && System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "INFO");
        }
    }
}
