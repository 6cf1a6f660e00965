package dev.holdfast.verdict;

import dev.holdfast.observation.Answered;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A body as text, in the charset its `Content-Type` declares, or UTF-8.
final class BodyText {
    private static final String CHARSET = "charset=";

    private BodyText() {}

    static String of(Answered answered) {
        return new String(
                answered.body().bytes(),
                answered.headers().first("content-type").map(BodyText::charset).orElse(StandardCharsets.UTF_8));
    }

    private static Charset charset(String contentType) {
        int start = contentType.toLowerCase(Locale.ROOT).indexOf(CHARSET);
        if (start < 0) {
            return StandardCharsets.UTF_8;
        }
        var name = contentType
                .substring(start + CHARSET.length())
                .split("[;\\s]", 2)[0]
                .replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
