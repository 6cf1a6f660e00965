package dev.holdfast.config;

import java.util.Optional;

/// What is wrong with a value, and what to do about it. Neither may hold the value: it may be secret.
record Complaint(String message, String remedy) {

    static Optional<Complaint> unless(boolean fine, String message, String remedy) {
        return fine ? Optional.empty() : Optional.of(new Complaint(message, remedy));
    }
}
