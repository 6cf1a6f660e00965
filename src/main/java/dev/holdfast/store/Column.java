package dev.holdfast.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How values stand in a column.
final class Column {
    private static final long NANOS = 1_000_000_000L;

    private Column() {}

    /// Nanoseconds since 1970, as near as the three centuries around it allow.
    static long of(Instant at) {
        var seconds = Math.clamp(at.getEpochSecond(), -Long.MAX_VALUE / NANOS + 1, Long.MAX_VALUE / NANOS - 1);
        return seconds * NANOS + at.getNano();
    }

    static @Nullable Long ofOptional(@Nullable Instant at) {
        return at == null ? null : of(at);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row.getLong(column));
    }

    static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        var nanos = row.getLong(column);
        return row.wasNull() ? null : instant(nanos);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E word(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }

    /// Text from outside, without what some database refuses: one such character must not block all that is to be
    /// written.
    static String of(String text) {
        return new String(text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
