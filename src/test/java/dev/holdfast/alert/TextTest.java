package dev.holdfast.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
        assertThat(Text.oneLine(" a\r\n\tb ")).isEqualTo("a b");
    }
}
