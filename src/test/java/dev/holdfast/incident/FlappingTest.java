package dev.holdfast.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.scene.Monitored;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What comes and goes is told a bounded number of times, and its end always.
class FlappingTest {
    private static final String MISSING = "relation \"events\" does not exist";

    private final Story story = new Story();

    @Test
    void theThirdTimeDownInAnHourEndsOnlyAfterTenMinutesOfCalm() {
        goesDownAndComesBack("stats", 0);
        goesDownAndComesBack("stats", 200);
        story.wants(
                "REGRESSION stats 200 → 500: " + MISSING,
                "RESOLVED stats after 1m 20s: " + MISSING,
                "REGRESSION stats 200 → 500: " + MISSING + " (fixed 2026-01-02; 2nd time)",
                "RESOLVED stats after 1m 20s: " + MISSING);

        goesDownAndComesBack("stats", 400);
        goesDownAndComesBack("stats", 600);
        goesDownAndComesBack("stats", 800);
        story.wants("REGRESSION stats 200 → 500: " + MISSING + " (fixed 2026-01-02; 3rd time; flapping)");

        story.at(1400).passes("stats", 200);
        story.wantsNothing();
        story.at(1500).passes("stats", 200);
        story.wants("RESOLVED stats after 18m 10s: " + MISSING);
    }

    @Test
    void whatStaysDownAfterFlappingHasBeenToldAlready() {
        goesDownAndComesBack("stats", 0);
        goesDownAndComesBack("stats", 200);
        story.owed().clear();

        story.at(400).misses("stats", "events").at(401).misses("stats", "events");
        story.wants("REGRESSION stats 200 → 500: " + MISSING + " (fixed 2026-01-02; 3rd time; flapping)");
        story.at(430).passes("stats", 200).at(460).passes("stats", 200);
        story.at(490).misses("stats", "events");
        assertThat(story.stateOf("stats")).isEqualTo("down");
        story.wantsNothing();
    }

    @Test
    void timesDownThatAreLongAgoDoNotCount() {
        goesDownAndComesBack("stats", 0);
        goesDownAndComesBack("stats", 4_000);
        goesDownAndComesBack("stats", 8_000);

        assertThat(story.owed()).hasSize(6);
    }

    @Test
    void howMuchIsFlappingIsSaidByConfiguration() {
        story.given(Monitored.as("stats")
                .at("https://app.example.com/stats")
                .flappingAfter(2, Duration.ofHours(1), Duration.ofMinutes(1)));
        goesDownAndComesBack("stats", 0);
        goesDownAndComesBack("stats", 200);

        assertThat(story.owed()).hasSize(3);
        story.at(350).passes("stats", 200);
        assertThat(story.owed()).hasSize(4);
    }

    @Test
    void anIncidentThatKeepsChangingIsToldOfLessAndLessOften() {
        story.at(0).passes("stats", 200);
        story.at(10).misses("stats", "a").at(11).misses("stats", "a");
        for (int second = 20; second < 3_620; second += 10) {
            story.at(second).misses("stats", second % 20 == 0 ? "b" : "a");
        }

        var due = story.owed().stream().map(Notice::dueAt).distinct().toList();
        assertThat(due).as("times at which anything is sent in an hour").hasSizeLessThan(12);
        assertThat(story.owed().getLast().incident().failure().diagnosis().relation())
                .as("the last update says how it is")
                .isEqualTo("a");
    }

    private void goesDownAndComesBack(String monitor, int second) {
        story.at(second).passes(monitor, 200);
        story.at(second + 10).misses(monitor, "events").at(second + 11).misses(monitor, "events");
        story.at(second + 60).passes(monitor, 200).at(second + 90).passes(monitor, 200);
    }
}
