package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Signature.Terms;
import dev.holdfast.diagnosis.Signature.Weighed;
import dev.holdfast.observation.Headers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which responses speak for each mark of the built-in signatures.
final class Support {
    private static final List<String> TRANSLATED = List.of("says-", "hints-");

    /// A mark by which a signature is recognised.
    record Sign(Signature signature, Weighed weighed) {}

    private final List<Signature> catalogue = Catalogue.signatures();
    private final Map<String, Sign> byName = new HashMap<>();
    private final Signatures apart;
    private final Set<String> translations = translations();

    /// Takes the catalogue apart: each mark is a signature of its own.
    Support() {
        var single = new ArrayList<Signature>();
        for (var signature : catalogue) {
            for (var weighed : signature.terms().says()) {
                var name = signature.name() + "#" + byName.size();
                byName.put(name, new Sign(signature, weighed));
                single.add(with(signature, name, new Terms(List.of(weighed), List.of(), List.of(), List.of())));
            }
        }
        apart = new Signatures(single);
    }

    private static Signature with(Signature signature, String name, Terms terms) {
        return new Signature(
                name, signature.cause(), signature.dialect(), signature.about(), signature.clause(), terms);
    }

    /// The marks that are in `response`.
    Set<Sign> in(Pasted response) {
        return Examination.of(apart, response.status(), null, response.headers(), response.body()).tried().stream()
                .filter(tried -> tried.won() || tried.why().startsWith("found"))
                .map(tried -> byName.get(tried.signature()))
                .collect(Collectors.toSet());
    }

    /// The marks that are in a response we wrote down ourselves.
    Set<Sign> recorded() {
        return RecordedCases.all().values().stream()
                .flatMap(recorded -> in(new Pasted(
                                Objects.requireNonNullElse(recorded.status(), 500),
                                Headers.NONE,
                                Pasted.of(500, Map.of(), recorded.body()).body()))
                        .stream())
                .collect(Collectors.toSet());
    }

    /// Whether `sign` is one of many languages in which one message is known, each as likely as the other.
    boolean isTranslation(Sign sign) {
        return sign.weighed().mark() instanceof Wording wording && translations.contains(wording.anchor());
    }

    /// A diagnostician that knows only the marks that are `kept`.
    Diagnostician without(Predicate<Sign> dropped) {
        var gone = new IdentityHashMap<Mark, Boolean>();
        byName.values().stream()
                .filter(dropped)
                .forEach(sign -> gone.put(sign.weighed().mark(), true));
        return new Diagnostician(catalogue.stream()
                .map(signature -> with(signature, signature.name(), without(signature.terms(), gone)))
                .toList());
    }

    private static Terms without(Terms terms, Map<Mark, Boolean> gone) {
        return new Terms(
                terms.says().stream()
                        .filter(says -> !gone.containsKey(says.mark()))
                        .toList(),
                terms.unless(),
                terms.with(),
                terms.without());
    }

    private static Set<String> translations() {
        var translated = new HashSet<String>();
        var original = new HashSet<String>();
        families()
                .flatMap(family -> Sections.read(family).stream())
                .forEach(section -> section.keys()
                        .forEach((key, templates) -> templates.stream()
                                .filter(_ -> key.startsWith("says") || key.startsWith("hints"))
                                .flatMap(template -> Wording.of(template).stream())
                                .forEach(
                                        wording -> (isTranslated(key) ? translated : original).add(wording.anchor()))));
        translated.removeAll(original);
        return translated;
    }

    private static boolean isTranslated(String key) {
        return TRANSLATED.stream().anyMatch(key::startsWith);
    }

    private static Stream<String> families() {
        return Catalogue.FAMILIES.stream().map(family -> family + ".signatures");
    }
}
