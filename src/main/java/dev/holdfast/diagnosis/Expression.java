package dev.holdfast.diagnosis;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// A user's regular expression. RE2 matches in time linear in the text, whatever the pattern and whatever the body.
public final class Expression {
    private static final int LONGEST = 2_000;
    private static final int LARGEST_PROGRAM = 20_000;
    private static final String RELATION = "relation";

    private final Pattern pattern;

    private Expression(Pattern pattern) {
        this.pattern = pattern;
    }

    /// Reads a pattern in RE2's syntax.
    ///
    /// @throws IllegalArgumentException with a clause for the user, without the pattern, when it is of no use
    public static Expression of(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
        }
        var compiled = compiled(pattern);
        if (compiled.programSize() > LARGEST_PROGRAM) {
            throw new IllegalArgumentException("repeats too much, each response would take long: count to less");
        }
        if (compiled.matches("")) {
            throw new IllegalArgumentException("matches the empty text, and so every response: ask for a word");
        }
        return new Expression(compiled);
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "is no RE2 pattern: " + wrong.getDescription() + " (no look-around, no back-references)", wrong);
        }
    }

    /// How many groups it has.
    public int groups() {
        return pattern.groupCount();
    }

    /// The number of the group that is named `relation`, 0 when none is.
    public int relationGroup() {
        return pattern.namedGroups().getOrDefault(RELATION, 0);
    }

    /// The mark that keeps what `group` holds, nothing when that is 0.
    Mark keeping(int group) {
        if (group < 0 || group > groups()) {
            throw new IllegalArgumentException("the pattern has " + groups() + " groups, not " + group);
        }
        return (Mark.Anywhere) text -> in(text, group);
    }

    private Mark.@Nullable Found in(Text text, int group) {
        var matcher = pattern.matcher(text.plain());
        return matcher.find()
                ? new Mark.Found(matcher.start(), matcher.end(), group == 0 ? null : matcher.group(group))
                : null;
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
