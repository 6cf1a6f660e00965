package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Mark.Found;

/// The shortest excerpt that proves a cause. What names the missing thing proves itself; a code or a few words need
/// the line they stand in.
final class Evidence {
    private static final int LONGEST = 240;
    private static final int BEFORE = 80;
    private static final int BEHIND = 140;

    private Evidence() {}

    /// The excerpt of `text` around `found`, made safe to show.
    static String of(Text text, Found found) {
        boolean provesItself = found.relation() != null
                && found.end() - found.start() >= found.relation().length() + 8;
        int start = provesItself ? found.start() : lineStart(text, found.start());
        int end = provesItself ? found.end() : lineEnd(text, found.end());
        return Redaction.excerpt(text.plain(), start, Math.min(end, start + LONGEST))
                .strip();
    }

    private static int lineStart(Text text, int from) {
        int limit = Math.max(0, from - BEFORE);
        int at = from;
        while (at > limit && text.plain().charAt(at - 1) != '\n') {
            at--;
        }
        return at > limit || at == 0 ? at : wordStart(text, at, from);
    }

    private static int wordStart(Text text, int at, int from) {
        int start = at;
        while (start < from && text.at(start - 1) != ' ') {
            start++;
        }
        return start;
    }

    private static int lineEnd(Text text, int from) {
        int limit = Math.min(text.length(), from + BEHIND);
        int at = from;
        while (at < limit && text.plain().charAt(at) != '\n') {
            at++;
        }
        return at;
    }
}
