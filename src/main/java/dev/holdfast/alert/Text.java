package dev.holdfast.alert;

/// Fitting words into small places.
final class Text {
    private Text() {}

    /// `text` in at most `limit` UTF-16 units, marked when something is missing. Never splits a character.
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /// `text` without line breaks and other control characters.
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
