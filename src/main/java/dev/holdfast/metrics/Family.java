package dev.holdfast.metrics;

/// A family of series: what is common to them, and how one `T` shows in it.
///
/// @param name as the contract has it; a counter's ends in `_total`
/// @param help one sentence without its full stop
record Family<T>(String name, Type type, String help, Samples<T> samples) {

    enum Type {
        GAUGE,
        COUNTER
    }

    /// Adds the samples of one `T`: none, one or several.
    @FunctionalInterface
    interface Samples<T> {
        void of(T about, Line line);
    }

    static <T> Family<T> gauge(String name, String help, Samples<T> samples) {
        return new Family<>(name, Type.GAUGE, help, samples);
    }

    static <T> Family<T> counter(String name, String help, Samples<T> samples) {
        return new Family<>(name, Type.COUNTER, help, samples);
    }
}
