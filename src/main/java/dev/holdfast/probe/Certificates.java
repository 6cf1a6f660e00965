package dev.holdfast.probe;

import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Trouble.Kind;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be read from a certificate chain.
final class Certificates {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int NAMES_IN_A_SENTENCE = 3;

    private Certificates() {}

    static Peer.Tls shown(String protocol, X509Certificate[] chain) {
        return new Peer.Tls(
                protocol, Arrays.stream(chain).map(Certificates::shown).toList());
    }

    private static Peer.Certificate shown(X509Certificate certificate) {
        return new Peer.Certificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                names(certificate));
    }

    /// What is wrong with the dates of `certificate` at `now`.
    static Optional<Trouble> outOfDate(X509Certificate certificate, Instant now) {
        var from = certificate.getNotBefore().toInstant();
        var until = certificate.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            return Optional.of(new Trouble(
                    Kind.CERTIFICATE_EXPIRED, "the certificate of " + name(certificate) + " expired " + until));
        }
        return now.isBefore(from)
                ? Optional.of(new Trouble(
                        Kind.CERTIFICATE_NOT_YET_VALID,
                        "the certificate of " + name(certificate) + " is not valid before " + from))
                : Optional.empty();
    }

    static Trouble wrongHost(X509Certificate certificate, String host) {
        var names = names(certificate);
        var shown = names.isEmpty()
                ? name(certificate)
                : String.join(", ", names.subList(0, Math.min(NAMES_IN_A_SENTENCE, names.size())));
        var more = names.size() > NAMES_IN_A_SENTENCE ? " and " + (names.size() - NAMES_IN_A_SENTENCE) + " more" : "";
        return new Trouble(Kind.WRONG_HOST, "the certificate is for " + shown + more + ", not for " + host);
    }

    /// Why no path leads from `chain` to an authority that is trusted.
    static Trouble untrusted(List<X509Certificate> chain, Instant now) {
        return chain.stream()
                .flatMap(certificate -> outOfDate(certificate, now).stream())
                .findFirst()
                .orElseGet(() -> unanchored(chain));
    }

    private static Trouble unanchored(List<X509Certificate> chain) {
        var own = chain.getFirst();
        if (isIssuedBy(own, own)) {
            return new Trouble(Kind.SELF_SIGNED, "the certificate of " + name(own) + " is signed by itself");
        }
        if (chain.stream().noneMatch(certificate -> isIssuedBy(own, certificate))) {
            return new Trouble(
                    Kind.INCOMPLETE_CHAIN, "the issuer of the certificate, " + issuer(own) + ", was not sent along");
        }
        return new Trouble(Kind.UNTRUSTED, "the authority " + issuer(chain.getLast()) + " is not trusted");
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            return Stream.ofNullable(certificate.getSubjectAlternativeNames())
                    .flatMap(Collection::stream)
                    .filter(name ->
                            name.getFirst().equals(DNS_NAME) || name.getFirst().equals(IP_ADDRESS))
                    .map(name -> name.get(1).toString())
                    .toList();
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static String issuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().getName();
    }
}
