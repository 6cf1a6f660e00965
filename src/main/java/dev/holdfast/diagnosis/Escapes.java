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
        int slash = first;
        int at = first;
        while (slash >= 0) {
            out.append(text, at, slash);
            at = escape(text, slash, out);
            slash = text.indexOf('\\', at);
        }
        return out.append(text, at, text.length()).toString();
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
        if (meant == 0) {
            out.append('\\').append(escaped);
        } else {
            out.append(meant);
        }
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
