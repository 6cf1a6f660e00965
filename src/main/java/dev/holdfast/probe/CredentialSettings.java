package dev.holdfast.probe;

import dev.holdfast.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a probe shows who it is.
public sealed interface CredentialSettings {

    /// `Authorization: Bearer`.
    record Bearer(Secret token) implements CredentialSettings {}

    /// `Authorization: Basic`.
    record Basic(String username, Secret password) implements CredentialSettings {}

    /// A header of its own, such as `X-Api-Key`.
    record Header(String name, Secret value) implements CredentialSettings {}

    /// A token from an OAuth 2 provider by the client credentials grant, kept until shortly before it expires.
    record OAuth2(
            URI tokenUrl,
            String clientId,
            Secret clientSecret,
            @Nullable String scope) implements CredentialSettings {}

    /// A client certificate.
    record MutualTls(Path certificateFile, Path keyFile) implements CredentialSettings {}
}
