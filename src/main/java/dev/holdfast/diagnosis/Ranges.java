package dev.holdfast.diagnosis;

import java.util.TreeMap;

/// Stretches of a text. Those that overlap become one, so that asking costs little however many were added.
final class Ranges {
    private final TreeMap<Integer, Integer> ends = new TreeMap<>();

    void add(int start, int end) {
        int from = start;
        int to = end;
        var overlapped = ends.floorEntry(to);
        while (overlapped != null && overlapped.getValue() >= from) {
            from = Math.min(from, overlapped.getKey());
            to = Math.max(to, overlapped.getValue());
            ends.remove(overlapped.getKey());
            overlapped = ends.floorEntry(to);
        }
        ends.put(from, to);
    }

    /// Whether a part of `start` to `end` is in one; those that only touch count.
    boolean meet(int start, int end) {
        var nearest = ends.floorEntry(end);
        return nearest != null && nearest.getValue() >= start;
    }
}
