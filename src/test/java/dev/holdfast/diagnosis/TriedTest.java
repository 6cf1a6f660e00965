package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Of every signature it is known how far it came.
class TriedTest {
    private static final String BODY =
            "ERROR: relation \"flags\" does not exist\nthen: no such table: flags\nERROR: relation flags exists";

    @Test
    void oneWinsSomeLoseSomeComeNearAndTheRestIsNotThere() {
        var tried = Diagnostician.standard()
                .explain(Seen.answered(500, "text/plain", BODY))
                .tried();

        assertThat(tried).hasSameSizeAs(Catalogue.signatures());
        assertThat(named(tried, Tried.Came.WON)).containsExactly("postgresql.relation_missing");
        assertThat(named(tried, Tried.Came.LOST)).contains("sqlite.table_missing");
        assertThat(named(tried, Tried.Came.NEAR)).isNotEmpty();
        assertThat(named(tried, Tried.Came.ABSENT)).contains("mysql.table_missing");
    }

    private static List<String> named(List<Tried> tried, Tried.Came came) {
        return tried.stream()
                .filter(one -> one.came() == came)
                .map(Tried::signature)
                .toList();
    }
}
