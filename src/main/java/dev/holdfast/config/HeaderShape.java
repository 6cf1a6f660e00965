package dev.holdfast.config;

import dev.holdfast.probe.HttpSettings.Header;
import dev.holdfast.secret.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Headers that are sent.
final class HeaderShape {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[^\\x00-\\x08\\x0A-\\x1F\\x7F]*");
    private static final String OWN = "Holdfast writes it itself: take it out";
    private static final Map<String, String> REFUSED = Map.of(
            "content-length", "is counted from the body",
            "transfer-encoding", "would contradict the Content-Length that is sent",
            "connection", "is decided by the client",
            "upgrade", "asks for another protocol",
            "expect", "would need a second exchange");

    /// A value that can stand behind a header's name.
    static final Shape<Secret> SECRET = Scalars.SECRET.where(secret -> Complaint.unless(
            VALUE.matcher(secret.reveal()).matches(),
            "holds a line break or another control character",
            "write it in one line"));

    static final Shape<List<Header>> HEADERS = named("a mapping of header names to values")
            .as(headers -> headers.entrySet().stream()
                    .map(header -> new Header(header.getKey(), header.getValue()))
                    .toList());

    private HeaderShape() {}

    static Shape<SequencedMap<String, Secret>> named(String words) {
        return new MapShape<>(HeaderShape::complaint, SECRET, words).where(HeaderShape::twice);
    }

    /// What is wrong with the name of a header to be sent.
    private static Optional<Complaint> complaint(String name) {
        var reason = REFUSED.get(name.toLowerCase(Locale.ROOT));
        return reason == null
                ? nameComplaint(name)
                : Optional.of(new Complaint("is not for you to set: it " + reason, OWN));
    }

    /// What is wrong with the name of any header.
    static Optional<Complaint> nameComplaint(String name) {
        return Complaint.unless(NAME.matcher(name).matches(), "is no header name", "use letters, digits and \"-\"");
    }

    private static Optional<Complaint> twice(SequencedMap<String, ?> headers) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return headers.keySet().stream()
                .filter(name -> !names.add(name))
                .findFirst()
                .map(name -> new Complaint(
                        "\"" + name + "\" is given twice", "header names are the same in upper and lower case"));
    }
}
