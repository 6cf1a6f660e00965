package dev.holdfast.probe;

import java.util.Objects;

/// Who asks.
final class Agent {
    /// The `User-Agent`.
    static final String NAME = "Holdfast/"
            + Objects.requireNonNullElse(Agent.class.getPackage().getImplementationVersion(), "development");

    /// The `Accept-Encoding`.
    static final String CODINGS = "gzip, deflate";

    private Agent() {}
}
