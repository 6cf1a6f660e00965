package dev.holdfast.diagnosis;

/// Takes the backslashes out of text that was quoted once or several times over: JSON, JSON in JSON, a logged literal.
///
/// It works on characters, not on grammar, so that a body that is cut, wrapped or wrong in other places is read as far
/// as it goes. A backslash that escapes nothing stays: paths and class names keep theirs.
final class Escapes {
    private Escapes() {}

    static String undo(String text) {
        int first = text.indexOf('\\');
        return first < 0 ? text : undo(text, first);
    }

    private static String undo(String text, int first) {
        var out = new StringBuilder(text.length()).append(text, 0, first);
        int at = first;
        while (at < text.length()) {
            char next = text.charAt(at);
            at = next == '\\' ? escape(text, at, out) : plain(next, at, out);
        }
        return out.toString();
    }

    private static int plain(char next, int at, StringBuilder out) {
        out.append(next);
        return at + 1;
    }

    /// Any number of backslashes before what they escape is one escape: each level of quoting doubles them.
    private static int escape(String text, int start, StringBuilder out) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        if (at == text.length()) {
            return at;
        }
        char escaped = text.charAt(at);
        if (escaped == 'u') {
            return unicode(text, at, out);
        }
        char meant = meaning(escaped);
        out.append(meant == 0 ? "\\" + escaped : String.valueOf(meant));
        return at + 1;
    }

    private static char meaning(char escaped) {
        return switch (escaped) {
            case '"', '\'', '/' -> escaped;
            case 'n', 'r' -> '\n';
            case 't', 'b', 'f' -> ' ';
            default -> 0;
        };
    }

    private static int unicode(String text, int at, StringBuilder out) {
        int code = at + 5 <= text.length() ? hex(text, at + 1) : -1;
        if (code < 0) {
            out.append("\\u");
            return at + 1;
        }
        out.append((char) code);
        return at + 5;
    }

    private static int hex(String text, int at) {
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
