package dev.holdfast.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A document as it was written, with substitutions made and every place known.
sealed interface Tree {
    Place place();

    /// Whether something is wrong with it that has been told.
    default boolean isBroken() {
        return false;
    }

    /// One value.
    ///
    /// @param text the value, substitutions made
    /// @param shown the value as it may be printed: what was substituted is masked
    record Scalar(String text, String shown, Kind kind, Place place) implements Tree {
        static final String MASK = "***";

        /// What YAML's core schema says it is.
        enum Kind {
            TEXT,
            BOOLEAN,
            INTEGER,
            DECIMAL,
            NULL,
            /// Nothing that could be used; what is wrong with it has been told.
            BROKEN
        }

        static Scalar text(String text) {
            return new Scalar(text, text, Kind.TEXT, Place.NOWHERE);
        }

        Scalar masked() {
            return new Scalar(text, MASK, Kind.TEXT, place);
        }

        @Override
        public boolean isBroken() {
            return kind == Kind.BROKEN;
        }

        /// A value that was substituted by nothing counts as not given.
        boolean isAbsent() {
            return kind == Kind.NULL || (text.isEmpty() && !shown.isEmpty());
        }
    }

    record Sequence(List<Tree> items, Place place) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Mapping(SequencedMap<String, Tree> members, Place place) implements Tree {
        public Mapping {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        /// The member `name`; null when there is none, or nothing is written behind the key.
        @Nullable
        Tree get(String name) {
            var member = members.get(name);
            return member instanceof Scalar scalar && scalar.isAbsent() ? null : member;
        }

        Mapping with(SequencedMap<String, Tree> others) {
            return new Mapping(others, place);
        }
    }
}
