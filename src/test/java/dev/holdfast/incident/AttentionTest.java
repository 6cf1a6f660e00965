package dev.holdfast.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.scene.Monitored;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who is called again while nobody takes care.
class AttentionTest {
    private final Story story = new Story();

    @Test
    void remindersComeLessAndLessOften() {
        story.given(Monitored.as("stats").remindingAfter(Duration.ofHours(1)));
        breaks(0);

        var reminded = IntStream.rangeClosed(1, 72)
                .filter(hour -> {
                    story.at(3_600 * hour + 11).waits();
                    boolean any = !story.owed().isEmpty();
                    story.owed().clear();
                    return any;
                })
                .boxed()
                .toList();
        assertThat(reminded).as("hours after the opening").containsExactly(1, 3, 7, 15, 31, 55);
    }

    @Test
    void aReminderSaysThatItIsStillSo() {
        story.given(Monitored.as("stats").remindingAfter(Duration.ofHours(1)));
        breaks(0);
        story.at(3_700).waits();

        story.wants("STILL REGRESSION stats 200 → 500: relation \"events\" does not exist");
    }

    @Test
    void whoeverAcknowledgesIsNotCalledAgainAndTheEndIsTold() {
        story.given(Monitored.as("stats")
                .remindingAfter(Duration.ofHours(1))
                .escalating(Duration.ofMinutes(15), "managers"));
        breaks(0);
        story.at(600).acknowledges("alice");
        story.at(4_000).waits().at(90_000).waits();
        story.wantsNothing();
        assertThat(Headline.summary(story.only())).contains("Acknowledged by alice 2026-01-02T03:10:00Z");

        story.at(90_100).passes("stats", 200).at(90_130).passes("stats", 200);
        assertThat(story.owed()).extracting(Notice::event).containsExactly(Event.INCIDENT_RESOLVED);
    }

    @Test
    void anAcknowledgementIsForThisIncidentAlone() {
        story.given(Monitored.as("stats").remindingAfter(Duration.ofHours(1)));
        breaks(0);
        story.at(20).acknowledges("alice");
        story.at(60).passes("stats", 200).at(90).passes("stats", 200);
        story.at(200).misses("stats", "events").at(201).misses("stats", "events");
        story.owed().clear();

        story.at(4_000).waits();
        assertThat(story.owed()).extracting(Notice::event).containsExactly(Event.INCIDENT_REMINDER);
    }

    @Test
    void furtherChannelsAreToldWhenNobodyAcknowledged() {
        story.given(Monitored.as("stats")
                .escalating(Duration.ofMinutes(30), "directors", "oncall")
                .escalating(Duration.ofMinutes(15), "managers"));
        breaks(0);
        story.at(900).waits();
        story.wantsNothing();

        story.at(912).waits().waits();
        assertThat(story.owed())
                .extracting(notice -> notice.channel() + " " + notice.event().type())
                .containsExactly("managers incident.opened");
        story.owed().clear();
        story.at(1_812).waits();
        assertThat(story.owed())
                .extracting(notice -> notice.channel() + " " + notice.event().type())
                .containsExactly("directors incident.opened", "oncall incident.reminder");
        story.owed().clear();

        story.at(2_000).passes("stats", 200).at(2_030).passes("stats", 200);
        assertThat(story.owed()).extracting(Notice::channel).containsExactly("oncall", "managers", "directors");
    }

    @Test
    void anIncidentRemembersTheDeploymentBeforeItAndWhatEndedTheOneBefore() {
        story.at(0).passes("stats", 200).at(5).deploys("2.4.0");
        story.at(10).misses("stats", "events").at(11).misses("stats", "events");
        assertThat(story.only().origin().deployment().name()).isEqualTo("2.4.0");
        story.at(50).deploys("2.4.1").at(60).passes("stats", 200).at(90).passes("stats", 200);
        story.owed().clear();

        story.at(3_690).misses("stats", "events").at(3_691).misses("stats", "events");
        assertThat(Headline.summary(story.owed().getFirst()))
                .contains("Fixed 2026-01-02 by 2.4.1, held 1h 0m.")
                .contains("Deployment 2.4.1 came 1h 0m before.");
        story.wants("REGRESSION stats 200 → 500: relation \"events\" does not exist"
                + " (fixed 2026-01-02 by 2.4.1; 2nd time)");
    }

    @Test
    void severityFollowsKindAndCauseAndConfigurationHasTheLastWord() {
        assertThat(Severity.of(Incident.Kind.REGRESSION, Cause.RELATION_MISSING, true))
                .isEqualTo(Severity.CRITICAL);
        assertThat(Severity.of(Incident.Kind.REGRESSION, Cause.APPLICATION_ERROR, false))
                .isEqualTo(Severity.ERROR);
        assertThat(Severity.of(Incident.Kind.OUTAGE, Cause.APPLICATION_ERROR, false))
                .isEqualTo(Severity.WARNING);
        assertThat(Severity.of(Incident.Kind.OUTAGE, Cause.RELATION_MISSING, false))
                .isEqualTo(Severity.ERROR);
        assertThat(Severity.of(Incident.Kind.REGRESSION, Cause.MAINTENANCE, false))
                .isEqualTo(Severity.INFO);

        story.given(Monitored.as("stats").severe(Severity.INFO));
        breaks(0);
        assertThat(story.only().severity()).isEqualTo(Severity.INFO);
    }

    private void breaks(int second) {
        story.at(second).passes("stats", 200);
        story.at(second + 10).misses("stats", "events").at(second + 11).misses("stats", "events");
        story.wants("REGRESSION stats 200 → 500: relation \"events\" does not exist");
    }
}
