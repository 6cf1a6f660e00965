package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Mark.Found;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which database it is, where the message alone does not tell: drivers, class names and ports in the words around it.
final class Dialects {
    private static final int NEAR = 500;
    private static final int LONGEST_WORD = 100;

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
        int width = NEAR;
        while (!reads(nearest, width)) {
            width *= 16;
        }
        return nearest.dialect != null || evidence.relation() == null ? nearest.dialect : ofSchema(evidence.relation());
    }

    /// The database that a component's name or message speaks of; null when it speaks of none.
    @Nullable
    Dialect spokenOf(String said) {
        return near(Text.of(said, null), new Found(0, 0, null));
    }

    /// Reads what stands within `width` of the evidence. Tells whether nothing beyond could be nearer.
    private boolean reads(Nearest nearest, int width) {
        int from = Math.max(0, nearest.evidence.start() - width);
        int to = Math.min(nearest.text.length(), nearest.evidence.end() + width);
        anchors.scan(nearest.text.folded(), from, to, nearest);
        return nearest.distance < width - LONGEST_WORD || (from == 0 && to == nearest.text.length());
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
