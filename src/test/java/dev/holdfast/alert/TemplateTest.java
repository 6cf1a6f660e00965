package dev.holdfast.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.NoticeJson;
import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TemplateTest {
    private static final URI HOME = URI.create("https://holdfast.example.com");
    private static final Notice OPENED = Incidents.opened("inc_1", "oncall");
    private static final Notice TEST = Notice.test("oncall", Incidents.OPENED);

    @Test
    void itSaysWhatTheWebhookSays() {
        assertThat(
                        body(
                                OPENED,
                                "{{event}} {{title}} {{incident.relation}} {{incident.status}} {{incident.impact.value}} {{incident.fix.by}}"))
                .isEqualTo("incident.opened REGRESSION feature_flags and 1 more 401 → 500: relation"
                        + " \"analytics_modules\" does not exist (fixed 2025-09-18 by 003_add_phase3_enhancements;"
                        + " 2nd time) analytics_modules 500 925000 003_add_phase3_enhancements");
    }

    @Test
    void itSaysWhatPeopleWantBesides() {
        assertThat(body(OPENED, "{{link}} {{advice}}"))
                .startsWith("https://holdfast.example.com/incidents/inc_1 Find the migration that creates it");
    }

    @Test
    void itGoesThroughLists() {
        assertThat(body(OPENED, "{{#incident.members}}{{.}}{{^-last}} + {{/-last}}{{/incident.members}}"))
                .isEqualTo("feature_flags + modules");
        assertThat(body(OPENED, "{{incident.members}}")).isEqualTo("feature_flags, modules");
    }

    @Test
    void sectionsAreForWhatThereIs() {
        var template = "{{#incident}}{{#resolved_at}}over{{/resolved_at}}{{^resolved_at}}{{monitor}}{{/resolved_at}}"
                + "{{/incident}}{{^incident}}nothing{{/incident}}";

        assertThat(body(OPENED, template)).isEqualTo("feature_flags");
        assertThat(body(Incidents.resolved("inc_1", "oncall"), template)).isEqualTo("over");
        assertThat(body(TEST, template)).isEqualTo("nothing");
    }

    @Test
    void whatThereIsNotIsEmpty() {
        assertThat(body(TEST, "[{{incident.fix.by}}{{incident.monitor}}]")).isEqualTo("[]");
    }

    @Test
    void textStaysAsItIs() {
        var notice = Incidents.notice(
                Event.INCIDENT_OPENED,
                Incidents.openWithEvidence("<b>&\"'\n{{title}}", "oncall"),
                "oncall",
                Incidents.OPENED);

        assertThat(body(notice, "{{incident.evidence}}|{{{incident.evidence}}}"))
                .isEqualTo("<b>&\"'\n{{title}}|<b>&\"'\n{{title}}");
    }

    @Test
    void timesAreWholeSeconds() {
        var at = Incidents.OPENED.plusMillis(345);
        var over = Incidents.notice(
                Event.INCIDENT_RESOLVED, Incidents.resolved(Incidents.open("inc_1", "oncall"), at), "oncall", at);

        assertThat(body(over, "{{incident.resolved_at}}")).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void whatWouldBeEmptyStaysAsItIs() {
        var usual = Message.of(TEST, HOME);

        assertThat(new Template("{{incident.monitor}}\n ", " {{incident.monitor}}").write(TEST, usual))
                .isEqualTo(usual);
        assertThat(new Template(null, null).write(TEST, usual)).isEqualTo(usual);
    }

    @Test
    void aTitleIsOneLine() {
        assertThat(new Template("a\r\n{{event}}\u0000", null)
                        .write(TEST, Message.of(TEST, HOME))
                        .title())
                .isEqualTo("a test");
    }

    @Test
    void theLinksOfButtonsStay() {
        var usual = Message.of(OPENED, HOME);

        assertThat(new Template(null, "short").write(OPENED, usual).links()).isEqualTo(usual.links());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{titel}}                                             | titel
            {{incident.relaton}}                                  | incident.relaton
            {{relation}}                                          | relation
            {{#incident}}{{/incident}}{{relation}}                | relation
            {{#incident}}{{relation}}{{title}}{{/incident}}       |
            {{#incident.fix}}{{by}}{{monitor}}{{/incident.fix}}   | monitor
            {{#incident}}{{#fix}}{{by}}{{monitor}}{{/fix}}{{/incident}} |
            {{^incident}}{{relation}}{{/incident}}                | relation
            {{incident}}                                          | incident
            {{incident.fix}}                                      | incident.fix
            {{.}}                                                 | .
            {{#nobody}}{{/nobody}}                                | nobody
            {{! a remark about {nobody} }}                        |
            {{&nobody}}                                           | nobody
            {{{nobody}}}                                          | nobody
            {{#incident.members}}{{-index}} {{this}}{{/incident.members}} |
            no tag at all                                         |
            """)
    void namesAreKnownWhereTheyStand(String template, @Nullable String unknown) {
        assertThat(Template.unknown(template))
                .isEqualTo(Stream.ofNullable(unknown).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{#incident}}", "{{/incident}}", "{{title", "{{}}", "{{#a}}{{/b}}"})
    void whatIsNoTemplateIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> Template.unknown(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("is no template: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{>other}}", "{{=<% %>=}}", "{{<a}}{{/a}}", "{{$a}}{{/a}}"})
    void whatOneTextDoesNotNeedIsRefused(String text) {
        assertThatThrownBy(() -> Template.unknown(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("which is not available here: a template is one text");
    }

    @Test
    void whatNamesNothingIsNoTemplate() {
        assertThatThrownBy(() -> new Template(null, "{{titel}}")).hasMessage("{{titel}} names nothing");
    }

    /// What is new in the webhook's body can be said in templates too.
    @Test
    void everyNameOfTheWebhookIsKnown() {
        var data = Json.tree(Json.write(NoticeJson.of(OPENED).data()));

        assertThat(Template.names()).containsAll(names("", data).toList()).contains("event", "advice", "link");
    }

    private static Stream<String> names(String above, JsonNode object) {
        return object.propertyStream().flatMap(member -> {
            var name = above + member.getKey();
            return Stream.concat(
                    Stream.of(name),
                    member.getValue().isObject() ? names(name + ".", member.getValue()) : Stream.empty());
        });
    }

    private static String body(Notice notice, String template) {
        return new Template(null, template)
                .write(notice, Message.of(notice, HOME))
                .summary();
    }
}
