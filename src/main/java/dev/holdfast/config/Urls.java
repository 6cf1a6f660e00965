package dev.holdfast.config;

import dev.holdfast.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Addresses of HTTP endpoints.
final class Urls {
    /// An address to be probed: no fragment, no user info.
    static final Shape<URI> ENDPOINT = url().where(Urls::complaint);

    /// An address for people to open.
    static final Shape<URI> LINK = url();

    /// An address that may carry a key.
    static final Shape<Secret> SECRET = Scalars.SECRET.where(url -> Complaint.unless(
            parse(url.reveal()).isPresent(),
            "is not an http or https URL",
            "write it such as https://hooks.example.com/1"));

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Urls() {}

    private static Shape<URI> url() {
        return Scalars.scalar(
                "an http or https URL",
                Schemas.pattern("[hH][tT][tT][pP][sS]?://.+"),
                Urls::parse,
                "write it such as https://app.example.com/health; a host name has letters, digits, \"-\" and \".\" only");
    }

    private static Optional<URI> parse(String text) {
        try {
            var uri = new URI(text);
            return Optional.of(uri).filter(Urls::isAbsolute);
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }

    private static boolean isAbsolute(URI uri) {
        return uri.getScheme() != null
                && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && uri.getPort() <= 65_535
                && uri.getPort() != 0;
    }

    private static Optional<Complaint> complaint(URI uri) {
        if (uri.getRawUserInfo() != null) {
            return Optional.of(new Complaint(
                    "carries a user and a password", "write them as credentials of type basic, and name those"));
        }
        return Complaint.unless(
                uri.getRawFragment() == null,
                "has a fragment, which is never sent",
                "take out the \"#\" and what follows");
    }
}
