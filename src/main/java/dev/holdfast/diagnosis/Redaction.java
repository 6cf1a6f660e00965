package dev.holdfast.diagnosis;

/// Makes what a response says fit to be sent to people: no secrets, no personal data, nothing that acts when it is
/// shown. Names of tables and hosts and the codes of errors stay.
public final class Redaction {
    private static final String GONE = "***";
    private static final int AROUND = 4_000;

    private Redaction() {}

    /// `said` without secrets and personal data, on one line, inert wherever it is shown.
    public static String of(String said) {
        var clean = Inert.of(said);
        return shown(clean, 0, clean.length());
    }

    /// The same, of `longest` code points at most. It is cut last, so that no half of a secret is left.
    static String of(String said, int longest) {
        var safe = of(said).strip();
        return safe.codePointCount(0, safe.length()) <= longest
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /// The part of `said` from `start` to `end`. What stands around it tells whether it is part of a secret.
    static String excerpt(String said, int start, int end) {
        int from = Math.max(0, start - AROUND);
        int until = Math.min(said.length(), end + AROUND);
        var before = Inert.of(said.substring(from, start));
        var excerpt = Inert.of(said.substring(start, end));
        return shown(
                before + excerpt + Inert.of(said.substring(end, until)),
                before.length(),
                before.length() + excerpt.length());
    }

    private static String shown(String clean, int start, int end) {
        var secret = Secrets.in(clean, end);
        var shown = new StringBuilder(end - start);
        for (int at = start; at < end; ) {
            if (secret.get(at)) {
                shown.append(GONE);
                at = Math.min(end, secret.nextClearBit(at));
            } else {
                shown.append(clean.charAt(at));
                at++;
            }
        }
        return shown.toString();
    }
}
