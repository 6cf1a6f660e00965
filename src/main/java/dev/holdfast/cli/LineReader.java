package dev.holdfast.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The lines of a stream, in UTF-8. No more is kept in memory than one line, and none that is too long.
final class LineReader {
    private final Reader reader;
    private final Runnable idle;
    private final int longest;
    private final char[] read = new char[1 << 16];
    private int at;
    private int end;

    /// One line.
    ///
    /// @param text without its end; what came first of it when it is too long
    record Line(String text, boolean isTooLong) {}

    /// @param longest how many characters a line may have
    /// @param idle called before waiting for more
    LineReader(InputStream in, int longest, Runnable idle) {
        this.reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        this.longest = longest;
        this.idle = idle;
    }

    /// The next line, null behind the last.
    @Nullable
    Line next() throws IOException {
        if (isOver()) {
            return null;
        }
        var line = new StringBuilder();
        boolean isTooLong = false;
        while (!isOver()) {
            int start = at;
            while (at < end && read[at] != '\n') {
                at++;
            }
            int room = longest - line.length();
            isTooLong |= at - start > room;
            line.append(read, start, Math.min(at - start, room));
            if (at < end) {
                at++;
                break;
            }
        }
        return new Line(line.toString(), isTooLong);
    }

    private boolean isOver() throws IOException {
        if (at == end) {
            if (!reader.ready()) {
                idle.run();
            }
            at = 0;
            end = Math.max(0, reader.read(read));
        }
        return at == end;
    }
}
