package dev.holdfast.cli;

/// The shapes in which the state of a running daemon is printed.
enum Printing {
    TEXT,
    JSON,
    MARKDOWN
}
