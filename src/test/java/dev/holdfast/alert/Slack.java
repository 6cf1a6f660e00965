package dev.holdfast.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.wire.Json;

/// How Slack reads.
final class Slack {
    /// The blocks of a message may have some 13,200 characters, each of up to three bytes.
    static final int LIMIT = 39_000;

    private Slack() {}

    static String read(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /// No mention, no link and no end of the fence inside of it.
    static void isInert(String received) {
        assertThat(received).doesNotContain("<!channel>", "<script>");
        var evidence = Json.tree(received).at("/blocks/3/text/text").asString();
        assertThat(evidence)
                .contains("&lt;!channel&gt; @everyone")
                .startsWith("```\n")
                .endsWith("\n```");
        assertThat(evidence.split("```", -1)).hasSize(3);
    }
}
