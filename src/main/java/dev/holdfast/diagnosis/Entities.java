package dev.holdfast.diagnosis;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// The character references of HTML that error pages use, once or twice encoded, with and without their semicolon.
final class Entities {
    private static final int LONGEST = 10;
    private static final Map<String, Character> NAMED = named();

    private Entities() {}

    /// Appends what the `&` at `at` stands for and returns where to read on.
    static int decode(String text, int at, StringBuilder out) {
        int start = at + 1;
        while (text.startsWith("amp;", start)) {
            start += "amp;".length();
        }
        int end = start < text.length() && text.charAt(start) == '#'
                ? number(text, start + 1, out)
                : name(text, start, out);
        if (end < 0) {
            out.append('&');
            return start;
        }
        return end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
    }

    private static int number(String text, int start, StringBuilder out) {
        boolean hex = start < text.length() && (text.charAt(start) | 0x20) == 'x';
        int first = hex ? start + 1 : start;
        int code = 0;
        int at = first;
        while (at < text.length() && at < first + LONGEST && Character.digit(text.charAt(at), hex ? 16 : 10) >= 0) {
            code = Math.min(code * (hex ? 16 : 10) + Character.digit(text.charAt(at), hex ? 16 : 10), 0x110000);
            at++;
        }
        if (at == first || !Character.isValidCodePoint(code)) {
            return -1;
        }
        out.appendCodePoint(code);
        return at;
    }

    private static int name(String text, int start, StringBuilder out) {
        int at = start;
        while (at < text.length() && at < start + LONGEST && isNamePart(text.charAt(at))) {
            at++;
        }
        var meant = NAMED.get(text.substring(start, at));
        if (meant == null) {
            return -1;
        }
        out.append(meant.charValue());
        return at;
    }

    private static boolean isNamePart(char letter) {
        return letter < 0x80 && Character.isLetterOrDigit(letter);
    }

    private static Map<String, Character> named() {
        var named = new HashMap<String, Character>(Map.of(
                "quot", '"', "apos", '\'', "lt", '<', "gt", '>', "nbsp", ' ', "laquo", '«', "raquo", '»', "szlig", 'ß',
                "oslash", 'ø', "hellip", '…'));
        named.putAll(Map.of(
                "ldquo", '“', "rdquo", '”', "bdquo", '„', "lsquo", '‘', "rsquo", '’', "sbquo", '‚', "ndash", '–',
                "mdash", '—', "iexcl", '¡', "iquest", '¿'));
        Map.of("grave", '̀', "acute", '́', "circ", '̂', "tilde", '̃', "uml", '̈', "ring", '̊', "cedil", '̧')
                .forEach((mark, combining) -> accented(named, mark, combining));
        return Map.copyOf(named);
    }

    /// `eacute` and its kin: the letter, then the accent's name.
    private static void accented(Map<String, Character> named, String mark, char combining) {
        for (char letter : "aeiouyncAEIOUYNC".toCharArray()) {
            var composed = Normalizer.normalize("" + letter + combining, Normalizer.Form.NFC);
            if (composed.length() == 1) {
                named.put(letter + mark, composed.charAt(0));
            }
        }
    }
}
