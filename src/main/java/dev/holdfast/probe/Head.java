package dev.holdfast.probe;

import dev.holdfast.observation.Headers;

/// Status line and headers of a response.
record Head(int status, Headers headers) {

    /// Whether the real answer is still to come. (After 101 none does: the protocol has changed.)
    boolean isInterim() {
        return status < 200 && status != 101;
    }

    /// Whether a body can follow at all.
    boolean hasBody(boolean answersHead) {
        return !answersHead && status >= 200 && status != 204 && status != 304;
    }
}
