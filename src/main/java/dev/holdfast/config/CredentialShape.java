package dev.holdfast.config;

import dev.holdfast.probe.CredentialSettings;
import dev.holdfast.probe.CredentialSettings.Basic;
import dev.holdfast.probe.CredentialSettings.Bearer;
import dev.holdfast.probe.CredentialSettings.Header;
import dev.holdfast.probe.CredentialSettings.MutualTls;
import dev.holdfast.probe.CredentialSettings.OAuth2;
import java.util.Optional;

/// How a monitor shows who it is. A new kind is one line here and its keys below.
final class CredentialShape {
    static final Shape<CredentialSettings> SHAPE = new ByType<CredentialSettings>("a credential")
            .kind("bearer", bearer())
            .kind("basic", basic())
            .kind("header", header())
            .kind("oauth2", oauth2())
            .kind("mtls", mutualTls());

    private CredentialShape() {}

    private static Section<Bearer> bearer() {
        return Section.of("credential bearer", keys -> {
            var token = keys.required("token", HeaderShape.SECRET, "Sent as `Authorization: Bearer`.");
            return given -> new Bearer(given.get(token));
        });
    }

    private static Section<Basic> basic() {
        return Section.of("credential basic", keys -> {
            var username = keys.required("username", Scalars.TEXT.where(CredentialShape::colon), "The user.");
            var password = keys.required("password", HeaderShape.SECRET, "The password.");
            return given -> new Basic(given.get(username), given.get(password));
        });
    }

    private static Optional<Complaint> colon(String username) {
        return Complaint.unless(!username.contains(":"), "holds a colon, which ends a user name", "take it out");
    }

    private static Section<Header> header() {
        return Section.of("credential header", keys -> {
            var name = keys.required(
                    "name", Scalars.TEXT.where(HeaderShape::nameComplaint), "The header, such as `X-Api-Key`.");
            var value = keys.required("value", HeaderShape.SECRET, "Its value.");
            return given -> new Header(given.get(name), given.get(value));
        });
    }

    private static Section<OAuth2> oauth2() {
        return Section.of("credential oauth2", keys -> {
            var url = keys.required("token_url", Urls.ENDPOINT, "Where tokens are issued.");
            var id = keys.required("client_id", Scalars.TEXT, "Who asks.");
            var secret = keys.required("client_secret", Scalars.SECRET, "The secret of who asks.");
            var scope = keys.optional("scope", Scalars.TEXT, "What is asked for, words separated by spaces.");
            return given -> new OAuth2(given.get(url), given.get(id), given.get(secret), given.maybe(scope));
        });
    }

    private static Section<MutualTls> mutualTls() {
        return Section.of("credential mtls", keys -> {
            var certificate = keys.required("certificate_file", Scalars.FILE, "The certificate and its chain, PEM.");
            var key = keys.required("key_file", Scalars.FILE, "Its private key, PEM, PKCS 8, not encrypted.");
            return given -> new MutualTls(given.get(certificate), given.get(key));
        });
    }
}
