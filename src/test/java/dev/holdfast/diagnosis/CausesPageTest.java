package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// docs/causes.md is what the guide and the catalogue say.
///
/// `mvn test -Dtest=CausesPageTest -Dholdfast.write` refreshes the page.
class CausesPageTest {
    private static final Path PAGE = Path.of("docs/causes.md");

    @Test
    void thePageIsWhatTheCatalogueSays() throws IOException {
        var page = page();
        if (System.getProperty("holdfast.write") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("refresh with: mvn test -Dtest=CausesPageTest -Dholdfast.write")
                .hasContent(page);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseIsExplained(Cause cause) {
        assertThat(Guide.means(cause)).endsWith(".");
        assertThat(Guide.first(cause)).endsWith(".");
    }

    private static String page() {
        return """
                # Causes

                Why a check came back as it did: every `cause` that a result, an incident or a message can name. The page is
                made from the guide and the catalogue of signatures by `CausesPageTest`; how to add a signature is in
                [CONTRIBUTING.md](../CONTRIBUTING.md).

                Two failures are one incident when their cause is the same and what the cause is a property of. For each cause
                the page says what that is.

                Besides the signatures, a health body that names a failing database or disk proves `database_unreachable` or
                `disk_full` (it is called `health.component`), and a 502, 504, 520 to 527 or 530 that says nothing else is
                `upstream_gateway`.

                %s

                %s
                """.formatted(index(), sections());
    }

    private static String index() {
        return causes().map(cause -> "[`%1$s`](#%1$s)".formatted(name(cause))).collect(Collectors.joining(" · "));
    }

    private static String sections() {
        return causes().map(CausesPageTest::section).collect(Collectors.joining("\n\n"));
    }

    private static Stream<Cause> causes() {
        return Stream.of(Cause.values());
    }

    private static String section(Cause cause) {
        return """
                ## %s

                %s

                - Do first: %s
                - One incident for: %s
                - Recognised by: %s""".formatted(
                        name(cause), Guide.means(cause), Guide.first(cause), scope(cause.scope()), recognised(cause));
    }

    private static String scope(Cause.Scope scope) {
        return switch (scope) {
            case SERVICE -> "the service behind the host, and the relation where one is named";
            case ADDRESS -> "the host and port that were asked";
            case CREDENTIAL -> "the credential that was to be presented";
            case MESSAGE -> "the program's message on its service, numbers and ids taken out";
            case MONITOR -> "each monitor on its own";
        };
    }

    private static String recognised(Cause cause) {
        var signatures = Catalogue.signatures().stream()
                .filter(signature -> signature.cause() == cause)
                .toList();
        return signatures.isEmpty() ? otherwise(cause) : table(signatures);
    }

    /// What is no matter of the text.
    private static String otherwise(Cause cause) {
        return switch (cause) {
            case NONE -> "nothing that says otherwise.";
            case RATE_LIMITED -> "the status 429, or 403 with nothing left of a quota.";
            case CREDENTIAL_REJECTED -> "the status 401 or 403 where a credential was presented.";
            case CREDENTIAL_EXPIRED ->
                "the same, where `WWW-Authenticate` or the body says that the token has expired.";
            case CREDENTIAL_PROVIDER_DOWN -> "the token endpoint, which did not issue a credential.";
            default -> "the exchange itself: no whole answer came.";
        };
    }

    private static String table(List<Signature> signatures) {
        return signatures.stream()
                .map(signature -> "| `%s` | %s | %s |"
                        .formatted(
                                signature.name(),
                                Optional.ofNullable(signature.dialect())
                                        .map(dialect -> dialect.name().toLowerCase(Locale.ROOT))
                                        .orElse(""),
                                cell(signature.about())))
                .collect(Collectors.joining(
                        "\n", "these signatures\n\n| signature | dialect | what it is |\n|---|---|---|\n", ""));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    private static String name(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }
}
