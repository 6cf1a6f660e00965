package dev.holdfast.diagnosis;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A user's regular expression. RE2 matches in time linear in the text, whatever the pattern and whatever the body.
final class Expression implements Mark.Anywhere {
    private final Pattern pattern;
    private final int group;

    Expression(String pattern, int group) {
        this.pattern = compiled(pattern);
        this.group = group;
        if (group < 0 || group > this.pattern.groupCount()) {
            throw new IllegalArgumentException(
                    "the pattern has " + this.pattern.groupCount() + " groups, not " + group);
        }
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "not a regular expression: " + wrong.getDescription()
                            + " (RE2 syntax: no look-around, no back references)",
                    wrong);
        }
    }

    @Override
    public @Nullable Found in(Text text) {
        var matcher = pattern.matcher(text.plain());
        return matcher.find()
                ? new Found(matcher.start(), matcher.end(), group == 0 ? null : matcher.group(group))
                : null;
    }
}
