package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Mark.Found;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which database it is, where the message alone does not tell: drivers, class names and ports in the words around it.
final class Dialects {
    private final Anchors<Hint> anchors;

    private record Hint(Dialect dialect, Wording wording) {}

    Dialects() {
        var hints = new ArrayList<Hint>();
        for (var section : Sections.read("dialects.hints")) {
            var dialect = Dialect.valueOf(section.name().toUpperCase(Locale.ROOT));
            section.all("word").stream()
                    .flatMap(word -> Wording.of(word).stream())
                    .forEach(wording -> hints.add(new Hint(dialect, wording)));
        }
        anchors = new Anchors<>(hints, hint -> hint.wording.anchor());
    }

    /// The database that the words nearest to `evidence` speak of; null when none do.
    @Nullable
    Dialect near(Text text, Found evidence) {
        var nearest = new Nearest(text, evidence);
        anchors.scan(text.folded(), nearest);
        return nearest.dialect != null || evidence.relation() == null ? nearest.dialect : ofSchema(evidence.relation());
    }

    /// The database that a component's name or message speaks of; null when it speaks of none.
    @Nullable
    Dialect spokenOf(String said) {
        return near(Text.of(said, null), new Found(0, 0, null));
    }

    /// Each database has its own name for the schema that is there from the start.
    private static @Nullable Dialect ofSchema(String relation) {
        int dot = relation.indexOf('.');
        return dot < 0
                ? null
                : switch (relation.substring(0, dot).toLowerCase(Locale.ROOT)) {
                    case "public" -> Dialect.POSTGRESQL;
                    case "dbo" -> Dialect.SQLSERVER;
                    case "main" -> Dialect.SQLITE;
                    default -> null;
                };
    }

    private static final class Nearest implements Anchors.Hits<Hint> {
        private final Text text;
        private final Found evidence;
        private int distance = Integer.MAX_VALUE;
        private @Nullable Dialect dialect;

        Nearest(Text text, Found evidence) {
            this.text = text;
            this.evidence = evidence;
        }

        @Override
        public void hit(Hint hint, int end) {
            var found = hint.wording.around(text, end);
            if (found != null && found.distance(evidence) < distance) {
                distance = found.distance(evidence);
                dialect = hint.dialect;
            }
        }
    }
}
