package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Makes one configuration of several files: lists one after the other, sections key by key, nothing twice.
record Merge(Problems problems) {

    Mapping all(List<Mapping> files) {
        return files.stream().reduce(this::sections).orElseThrow();
    }

    private Mapping sections(Mapping one, Mapping other) {
        var merged = new LinkedHashMap<>(one.members());
        other.members().forEach((name, section) -> merged.merge(name, section, this::section));
        return one.with(merged);
    }

    private Tree section(Tree one, Tree other) {
        if (one instanceof Sequence first && other instanceof Sequence second) {
            return new Sequence(
                    Stream.concat(first.items().stream(), second.items().stream())
                            .toList(),
                    first.place());
        }
        return one instanceof Mapping first && other instanceof Mapping second
                ? keys(first, second)
                : twice(one, other);
    }

    private Mapping keys(Mapping one, Mapping other) {
        var merged = new LinkedHashMap<>(one.members());
        other.members().forEach((name, member) -> merged.merge(name, member, this::twice));
        return one.with(merged);
    }

    private Tree twice(Tree one, Tree other) {
        var first = one.place();
        problems.add(
                other.place(), "is given twice, first in " + first.file() + ":" + first.line(), "take one of them out");
        return one;
    }
}
