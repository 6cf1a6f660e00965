package dev.holdfast.cli;

/// Colours for a terminal, or none.
record Paint(boolean coloured) {

    String red(String text) {
        return in(31, text);
    }

    String green(String text) {
        return in(32, text);
    }

    String yellow(String text) {
        return in(33, text);
    }

    private String in(int code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
