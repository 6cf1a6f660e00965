package dev.holdfast.metrics;

/// The answer to one scrape.
///
/// @param contentType what to put into the `Content-Type` header
public record Scrape(String contentType, String text) {}
