package dev.holdfast.diagnosis;

/// The shortest excerpt that proves a cause: what was found, grown to whole words, never more than a line or two.
final class Evidence {
    private static final int LONGEST = 300;

    private Evidence() {}

    /// The excerpt of `text` from `start` to `end`, made safe to show.
    static String of(Text text, int start, int end) {
        var excerpt = text.plain().substring(start, Math.min(end, start + LONGEST));
        return Redaction.of(excerpt.replace('\n', ' ').strip());
    }
}
