package dev.holdfast.config;

import java.util.Map;
import java.util.Optional;

/// Where the values of `${NAME}` come from.
@FunctionalInterface
public interface Environment {

    /// The variable `name`, empty when it is not set.
    Optional<String> variable(String name);

    /// The environment of this process.
    static Environment system() {
        return name -> Optional.ofNullable(System.getenv(name));
    }

    /// Exactly these variables.
    static Environment of(Map<String, String> variables) {
        return name -> Optional.ofNullable(variables.get(name));
    }
}
