package dev.holdfast.diagnosis;

import java.util.List;

/// A diagnosis and how it was come to.
///
/// @param tried every signature in the order of the catalogue; empty when the body was not asked
/// @param clues what helps to find the request again in the logs of those who answered it
public record Explained(Diagnosis diagnosis, List<Tried> tried, Clues clues) {
    public Explained {
        tried = List.copyOf(tried);
    }

    /// What the cause means, in a sentence or two.
    public String meaning() {
        return Guide.means(diagnosis.cause());
    }

    /// What to do first about the cause.
    public String advice() {
        return Guide.first(diagnosis.cause());
    }
}
