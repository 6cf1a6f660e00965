package dev.holdfast.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void whatFitsStays() {
        assertThat(Text.cut("12345", 5)).isEqualTo("12345");
        assertThat(Text.cutBytes("€€", 6)).isEqualTo("€€");
    }

    @Test
    void whatDoesNotFitIsCutAndMarked() {
        assertThat(Text.cut("123456", 5)).isEqualTo("1234…");
        assertThat(Text.cutBytes("€€€", 8))
                .isEqualTo("€…")
                .satisfies(
                        cut -> assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(8));
    }

    @Test
    void whatEscapesTakeCountsToo() {
        assertThat(Text.cutJsonBytes("\"\"\"\"", 8)).isEqualTo("\"\"\"\"");
        assertThat(Text.cutJsonBytes("\"\"\"\"", 7)).isEqualTo("\"\"…");
        assertThat(Text.cutJsonBytes("anything", -1)).isEqualTo("…");
    }

    @Test
    void ofManyNamesAFewAreShownAndTheRestIsCounted() {
        assertThat(Text.names(List.of("a", "b", "c"), 7)).isEqualTo("a, b, c");
        assertThat(Text.names(List.of("a", "b", "c", "d", "e"), 12)).isEqualTo("a and 4 more");
        assertThat(Text.names(List.of("a", "b", "c", "d", "e", "f", "g"), 18)).isEqualTo("a, b, c and 4 more");
        assertThat(Text.names(List.of("a_long_name", "b"), 5)).isEqualTo("a_long_name and 1 more");
        assertThat(Text.names(List.of("a_long_name"), 5)).isEqualTo("a_long_name");
    }

    @Test
    void noCharacterIsSplit() {
        assertThat(Text.cut("ab💥💥", 5)).isEqualTo("ab💥…");
        assertThat(Text.cut("ab💥💥", 4)).isEqualTo("ab…");
    }

    @Test
    void noEscapeIsSplit() {
        assertThat(Text.escaped("a&&&", 12, point -> point == '&' ? "&amp;" : Character.toString(point)))
                .isEqualTo("a&amp;&amp;…");
    }

    @Test
    void whatMovesCursorsOrTurnsTheWritingIsGone() {
        assertThat(Text.inert("a\u001b[31m\u202eb\tc\nd\r")).isEqualTo("a [31m b\tc\nd ");
        assertThat(Text.oneLine(" a\r\n\tb\u2028c ")).isEqualTo("a b c");
        assertThat(Text.inert("a\u0000b\u0085c\ud83dd💥")).isEqualTo("a b c d💥");
    }
}
