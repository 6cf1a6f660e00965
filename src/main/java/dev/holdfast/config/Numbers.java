package dev.holdfast.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads numbers. No exponents: `1e999999999` is no number anybody means.
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    private Numbers() {}

    static Optional<Integer> whole(String text, int least, int most) {
        return Optional.of(text)
                .filter(WHOLE.asMatchPredicate())
                .map(Integer::valueOf)
                .filter(number -> least <= number && number <= most);
    }

    static Optional<BigDecimal> decimal(String text) {
        return Optional.of(text).filter(DECIMAL.asMatchPredicate()).map(BigDecimal::new);
    }
}
