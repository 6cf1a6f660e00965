package dev.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Whatever a server sends, it is understood or refused: no other exception, no more kept than the cap.
class ResponseFuzzTest {

    @FuzzTest
    void anyBytesAreAnAnswerOrATrouble(byte[] sent) {
        var wire = new BufferedInputStream(new ByteArrayInputStream(sent));
        var intake = new Intake();
        try {
            var head = new HeadReader(wire).next();
            assertThat(head.status()).isBetween(100, 999);
            Framing.of(head.headers()).read(wire, intake);
        } catch (IOException refused) {
            assertThat(Troubles.of(refused, Stage.BODY, null)).isNotNull();
        }
        assertThat(intake.body().size()).isLessThanOrEqualTo(Intake.CAP);
    }
}
