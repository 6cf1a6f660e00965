package dev.holdfast.diagnosis;

import java.text.Normalizer;

/// Makes characters that mean the same compare the same: case, accents, kinds of space and of apostrophe.
///
/// One character in, one character out, so that a place in the folded text is the same place in the text.
final class Fold {
    /// Stands where a decoder could not read.
    static final char UNREADABLE = '\uFFFD';

    private static final char[] TABLE = table();

    private Fold() {}

    static char of(char letter) {
        return TABLE[letter];
    }

    static String of(String text) {
        return new String(of(text, text.length()));
    }

    /// The beginning of `text`, folded.
    static char[] of(String text, int end) {
        var folded = new char[end];
        text.getChars(0, end, folded, 0);
        for (int i = 0; i < folded.length; i++) {
            folded[i] = TABLE[folded[i]];
        }
        return folded;
    }

    private static char[] table() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = fold((char) i);
        }
        return table;
    }

    private static char fold(char letter) {
        if (Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter)) {
            return ' ';
        }
        if ("’‘‛´`ʼ".indexOf(letter) >= 0) {
            return '\'';
        }
        return Character.toLowerCase(withoutAccent(Character.toLowerCase(letter)));
    }

    /// Latin letters only: elsewhere a mark makes another letter.
    private static char withoutAccent(char letter) {
        if (letter < 0xc0 || letter > 0x24f) {
            return letter == 'ı' ? 'i' : letter;
        }
        char base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .charAt(0);
        return switch (base) {
            case 'ı' -> 'i';
            case 'ł' -> 'l';
            case 'ø' -> 'o';
            default -> base;
        };
    }
}
