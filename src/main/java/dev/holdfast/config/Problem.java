package dev.holdfast.config;

import java.util.Comparator;

/// Something in the configuration that cannot stand.
///
/// @param file as it was named to the loader, or found in the folder
/// @param line counted from 1; 0 when it is about the file as a whole
/// @param path the key, such as `monitors[2].expect.status`; empty when it is about the file as a whole
/// @param message what is wrong; never holds a secret
/// @param remedy what to do about it; empty when the message says enough
public record Problem(String file, int line, String path, String message, String remedy)
        implements Comparable<Problem> {
    private static final Comparator<Problem> AS_READ = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::path)
            .thenComparing(Problem::message);

    /// In the order of the files and their lines.
    @Override
    public int compareTo(Problem other) {
        return AS_READ.compare(this, other);
    }

    /// `config/holdfast.yml:12: monitors[2].intervall: unknown key; did you mean "interval"?`
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (path.isEmpty() ? "" : path + ": ") + message
                + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
