package dev.holdfast.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusSetTest {

    @Test
    void statusesAreWrittenAsPeopleWriteThem() {
        var set = new StatusSet(List.of(
                StatusSet.parse("401").orElseThrow(),
                StatusSet.parse("2xx").orElseThrow(),
                StatusSet.parse("300 - 304").orElseThrow()));

        assertThat(List.of(401, 200, 299, 300, 304)).allMatch(set::contains);
        assertThat(List.of(400, 199, 305)).noneMatch(set::contains);
        assertThat(set).hasToString("401 or 2xx or 300-304");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "2x", "abc", "299-200", "2000", "0xx", "-200"})
    void anythingElseIsRefused(String text) {
        assertThat(StatusSet.parse(text)).isEmpty();
    }
}
