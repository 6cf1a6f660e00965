package dev.holdfast.diagnosis;

import java.util.regex.Pattern;

/// Makes an excerpt fit to be sent to people: no secrets, no personal data, nothing that acts when it is shown.
final class Redaction {
    private static final Pattern USER_INFO = Pattern.compile("(://[^\\s/:@]{0,80}):[^\\s/@]{1,200}@");
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}");
    private static final Pattern TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*)?");
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)(pass(?:word|wd)?|pwd|secret|token|api_?key|authorization)([\"']?\\s{0,3}[=:]\\s{0,3}[\"']?)[^\\s\"',;&]{1,200}");

    private Redaction() {}

    static String of(String excerpt) {
        var clean = excerpt.codePoints()
                .map(letter -> isInert(letter) ? letter : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (clean.indexOf('@') >= 0) {
            clean = USER_INFO.matcher(clean).replaceAll("$1:***@");
            clean = MAIL.matcher(clean).replaceAll("***@***");
        }
        clean = TOKEN.matcher(clean).replaceAll("***");
        return ASSIGNED.matcher(clean).replaceAll("$1$2***");
    }

    private static boolean isInert(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
