package dev.holdfast.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file as text, or why it is none.
sealed interface TextFile {
    /// What no configuration and no secret reaches; a device or a log taken for one does.
    long LARGEST = 32L << 20;

    record Text(String text) implements TextFile {}

    /// It is none.
    ///
    /// @param line where the trouble is; 0 when it is about the file as a whole
    record Unreadable(String reason, int line) implements TextFile {}

    static TextFile read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return new Unreadable("is a folder", 0);
            }
            try (var bytes = Files.newInputStream(file)) {
                var content = bytes.readNBytes((int) LARGEST + 1);
                return content.length > LARGEST ? new Unreadable("is larger than 32 MiB", 0) : decode(content);
            }
        } catch (NoSuchFileException none) {
            return new Unreadable("does not exist", 0);
        } catch (AccessDeniedException denied) {
            return new Unreadable("may not be read by this user", 0);
        } catch (IOException broken) {
            return new Unreadable("cannot be read (" + broken.getMessage() + ")", 0);
        }
    }

    private static TextFile decode(byte[] content) {
        var bytes = ByteBuffer.wrap(content);
        try {
            return new Text(withoutMark(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()));
        } catch (CharacterCodingException notUtf8) {
            return new Unreadable("is not UTF-8", lineOfTheFirstBadByte(content));
        }
    }

    /// Editors on Windows begin a file with a byte order mark.
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static int lineOfTheFirstBadByte(byte[] content) {
        var bytes = ByteBuffer.wrap(content);
        var good = CharBuffer.allocate(content.length);
        StandardCharsets.UTF_8.newDecoder().decode(bytes, good, true);
        return 1
                + (int) good.flip()
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }
}
