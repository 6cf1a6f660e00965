package dev.holdfast.alert;

import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What channels share.
///
/// @param home where people reach Holdfast's pages; null when nobody said, then messages carry no links to them
record Outside(Http http, InstantSource clock, @Nullable URI home) {}
