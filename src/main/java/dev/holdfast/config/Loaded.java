package dev.holdfast.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What became of loading a configuration.
public sealed interface Loaded {

    /// The files that values refer to as `${file:PATH}`; when one of them changes, so does the configuration.
    Set<Path> references();

    /// It can be used.
    ///
    /// @param warnings what is allowed, and perhaps not meant
    /// @param effective for people to read
    record Good(Settings settings, List<Problem> warnings, Effective effective, Set<Path> references)
            implements Loaded {
        public Good {
            warnings = List.copyOf(warnings);
            references = Set.copyOf(references);
        }
    }

    /// It cannot.
    ///
    /// @param problems all there are, in the order of files and lines; never empty
    record Bad(List<Problem> problems, Set<Path> references) implements Loaded {
        public Bad {
            problems = List.copyOf(problems);
            references = Set.copyOf(references);
        }
    }
}
