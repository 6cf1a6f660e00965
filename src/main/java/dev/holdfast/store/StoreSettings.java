package dev.holdfast.store;

import dev.holdfast.secret.Secret;
import java.time.Duration;

/// Where to remember.
///
/// @param url a JDBC URL: `jdbc:sqlite:` and a file, or `jdbc:postgresql:` and what its driver takes
/// @param retention how long checks and resolved incidents are kept
public record StoreSettings(Secret url, Duration retention) {}
