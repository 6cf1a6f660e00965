package dev.holdfast.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.wire.Json;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// How Slack reads.
final class Slack {
    /// The blocks of a message may have some 13,200 characters, each of up to three bytes.
    static final int LIMIT = 39_000;

    private Slack() {}

    /// The limits of Block Kit, and the one nobody wrote down: what all blocks may have together.
    static void fits(String received) {
        var message = Json.tree(received);
        assertThat(message.at("/text").asString().length()).isBetween(1, 4_000);
        assertThat(message.at("/blocks").size()).isLessThanOrEqualTo(50);
        assertThat(texts(received).mapToInt(Slack::length).sum()).isLessThan(13_200);
        for (var block : message.at("/blocks")) {
            int most = block.at("/type").asString().equals("header") ? 150 : 3_000;
            assertThat(length(block.at("/text"))).isLessThanOrEqualTo(most);
            assertThat(block.at("/fields").size()).isLessThanOrEqualTo(10);
            assertThat(block.at("/fields").valueStream().mapToInt(Slack::length))
                    .allMatch(length -> length <= 2_000);
        }
    }

    private static int length(JsonNode text) {
        return text.at("/text").asString("").length();
    }

    /// The texts of all blocks.
    private static Stream<JsonNode> texts(String received) {
        return Json.tree(received)
                .at("/blocks")
                .valueStream()
                .flatMap(block -> Stream.concat(
                        Stream.of(block.at("/text")), block.at("/fields").valueStream()))
                .filter(JsonNode::isObject);
    }

    static String read(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /// No mention, no link and no end of the fence inside of it.
    static void isInert(String received) {
        assertThat(received).doesNotContain("<!channel>", "<script>", "<a href");
        assertThat(Json.tree(received).at("/unfurl_links").asBoolean(true)).isFalse();
        var evidence = texts(received)
                .filter(text -> text.at("/type").asString().equals("mrkdwn"))
                .map(text -> text.at("/text").asString())
                .filter(text -> text.startsWith("```"))
                .findFirst()
                .orElseThrow();
        assertThat(evidence)
                .contains("&lt;!channel&gt; @everyone")
                .startsWith("```\n")
                .endsWith("\n```");
        assertThat(evidence.split("```", -1)).hasSize(3);
    }
}
