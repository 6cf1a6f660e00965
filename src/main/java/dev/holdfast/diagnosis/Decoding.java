package dev.holdfast.diagnosis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Bytes to characters, believing the bytes more than what is declared of them.
///
/// A byte order mark decides; then whether the bytes are UTF-8, which hardly any other text is by accident; then what
/// the response declares. Only then is it a guess, and every guess is offered: the charset is the one in which a known
/// message can be read.
final class Decoding {
    private static final List<Charset> GUESSES = Stream.of(
                    "windows-1252", "windows-1251", "GB18030", "Shift_JIS", "EUC-KR", "windows-1254", "windows-1250")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private Decoding() {}

    /// The ways to read `bytes`, the likeliest first; never empty.
    static List<String> readings(byte[] bytes, @Nullable String contentType) {
        var marked = mark(bytes);
        if (marked.isPresent()) {
            return List.of(new String(bytes, marked.get()));
        }
        var utf8 = utf8(bytes);
        if (utf8 != null && !isEscaped(bytes, contentType)) {
            return List.of(utf8);
        }
        var declared = declared(contentType).filter(charset -> !charset.equals(StandardCharsets.UTF_8));
        return declared.isPresent() ? List.of(new String(bytes, declared.get())) : guesses(bytes);
    }

    /// ISO-2022-JP and its kin are valid ASCII: only the declaration, or their escapes, tell.
    private static boolean isEscaped(byte[] bytes, @Nullable String contentType) {
        return declared(contentType)
                        .filter(charset -> charset.name().startsWith("ISO-2022"))
                        .isPresent()
                && contains(bytes, (byte) 0x1b);
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte one : bytes) {
            if (one == wanted) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Charset> mark(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xff, 0xfe) || alternatesWithZero(bytes, 1)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(bytes, 0xfe, 0xff) || alternatesWithZero(bytes, 0)
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// UTF-16 without a mark: every other byte of Western text is zero.
    private static boolean alternatesWithZero(byte[] bytes, int zeroAt) {
        return bytes.length >= 4
                && bytes[zeroAt] == 0
                && bytes[zeroAt + 2] == 0
                && bytes[1 - zeroAt] != 0
                && bytes[3 - zeroAt] != 0;
    }

    private static Optional<Charset> declared(@Nullable String contentType) {
        if (contentType == null) {
            return Optional.empty();
        }
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        return at < 0 ? Optional.empty() : named(contentType.substring(at + "charset=".length()));
    }

    private static Optional<Charset> named(String name) {
        var bare = name.split("[;,]", 2)[0].replace('"', ' ').replace('\'', ' ').strip();
        try {
            return Optional.of(Charset.forName(bare));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /// The bytes as UTF-8, null when they are none.
    private static @Nullable String utf8(byte[] bytes) {
        var read = new String(bytes, StandardCharsets.UTF_8);
        return read.indexOf(Fold.UNREADABLE) < 0 ? read : strict(bytes);
    }

    /// A body may have the sign for what is unreadable in it without being so itself.
    private static @Nullable String strict(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherwise) {
            return null;
        }
    }

    /// UTF-8 with its broken places marked comes first: a body cut inside a character is still UTF-8.
    private static List<String> guesses(byte[] bytes) {
        return Stream.concat(Stream.of(StandardCharsets.UTF_8), GUESSES.stream())
                .map(charset -> new String(bytes, charset))
                .toList();
    }
}
