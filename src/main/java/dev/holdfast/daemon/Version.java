package dev.holdfast.daemon;

import java.util.Optional;

/// The version that runs.
public final class Version {

    /// From the jar's manifest; `development` when there is no jar.
    public static final String NUMBER = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Version() {}
}
