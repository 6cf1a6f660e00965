package dev.holdfast.cli;

/// Lines under a headline, each with what it is about in front.
final class Lines {
    private static final int WIDTH = 118;
    private static final String MARGIN = " ".repeat(14);

    private final StringBuilder text;
    private String last = "";

    Lines(String headline) {
        text = new StringBuilder(headline).append('\n');
    }

    /// Adds a line; a second one about the same does not repeat what it is about.
    void add(String about, String said) {
        text.append(about.equals(last) ? MARGIN : "  %-12s".formatted(about));
        text.append(wrapped(said)).append('\n');
        last = about;
    }

    private static String wrapped(String said) {
        var wrapped = new StringBuilder();
        int column = MARGIN.length();
        for (var word : said.split(" ", -1)) {
            if (column > MARGIN.length() && column + 1 + word.length() > WIDTH) {
                wrapped.append('\n').append(MARGIN);
                column = MARGIN.length();
            } else if (column > MARGIN.length()) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
