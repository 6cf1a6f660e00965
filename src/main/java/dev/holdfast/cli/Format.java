package dev.holdfast.cli;

/// The shapes results are printed in.
enum Format {
    TEXT,
    JSON,
    JUNIT,
    MARKDOWN
}
