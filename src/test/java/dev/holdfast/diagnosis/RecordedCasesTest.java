package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every signature has a case that it decides, and what is no failure of its kind is not accused.
class RecordedCasesTest {
    private final Diagnostician diagnostician = Diagnostician.standard();

    @TestFactory
    Stream<DynamicTest> everyCaseIsDiagnosedAsAPersonWould() {
        return RecordedCases.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> isDiagnosed(entry.getValue())));
    }

    private void isDiagnosed(RecordedCases.Case recorded) {
        var diagnosis = recorded.diagnose(diagnostician);
        assertAll(
                recorded.body(),
                () -> assertThat(diagnosis.cause()).as("cause").isEqualTo(recorded.cause()),
                () -> assertThat(diagnosis.relation()).as("relation").isEqualTo(recorded.relation()),
                () -> assertThat(diagnosis.dialect()).as("dialect").isEqualTo(recorded.dialect()),
                () -> assertThat(diagnosis.signature()).as("signature").isEqualTo(recorded.signature()));
    }

    @Test
    void everySignatureHasACase() {
        var decided = RecordedCases.all().values().stream()
                .map(RecordedCases.Case::signature)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<String> without = Catalogue.signatures().stream()
                .map(Signature::name)
                .filter(name -> !decided.contains(name))
                .toList();

        assertThat(without).as("signatures without a recorded case").isEmpty();
    }
}
