package dev.holdfast.diagnosis;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Puts right what somebody before us read as Latin-1 or Windows-1252 though it was UTF-8: `donnÃ©es`, `Â« orders Â»`.
///
/// Only runs of letters beyond ASCII that are whole UTF-8 sequences when read back are taken for such; hardly any word
/// of any language is one by accident.
final class Mojibake {
    private Mojibake() {}

    static String undo(String text) {
        if (!isSuspect(text)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        var windows = Charset.forName("windows-1252").newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT);
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) >= 0x80) {
                end++;
            }
            out.append(end == at ? text.substring(at, ++end) : readBack(text.substring(at, end), windows));
            at = end;
        }
        return out.toString();
    }

    /// The first letter of nearly every such run is one of these.
    private static boolean isSuspect(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0xc2 && text.charAt(at) <= 0xef) {
                return true;
            }
        }
        return false;
    }

    private static String readBack(String run, CharsetEncoder windows) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes(run, windows))
                    .toString();
        } catch (CharacterCodingException otherwise) {
            return run;
        }
    }

    private static ByteBuffer bytes(String run, CharsetEncoder windows) throws CharacterCodingException {
        return run.chars().allMatch(letter -> letter <= 0xff)
                ? ByteBuffer.wrap(run.getBytes(StandardCharsets.ISO_8859_1))
                : windows.encode(CharBuffer.wrap(run));
    }
}
