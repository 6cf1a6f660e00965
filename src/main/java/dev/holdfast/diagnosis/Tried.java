package dev.holdfast.diagnosis;

/// One signature that was looked for, and what came of it.
///
/// @param won whether it decided the cause
/// @param why one clause for a person
public record Tried(String signature, boolean won, String why) {
    /// Why of a signature of which nothing was found.
    static final String ABSENT = "not there";
    /// Why of a signature that was not found whole.
    static final String NEAR = "only some of its words are there";

    /// How far a signature came.
    public enum Came {
        /// It decided the cause.
        WON,
        /// It was found, and something spoke against it or more plainly.
        LOST,
        /// Some of its words were found.
        NEAR,
        /// Nothing of it was found.
        ABSENT
    }

    /// How far it came.
    public Came came() {
        if (won) {
            return Came.WON;
        }
        return switch (why) {
            case ABSENT -> Came.ABSENT;
            case NEAR -> Came.NEAR;
            default -> Came.LOST;
        };
    }
}
