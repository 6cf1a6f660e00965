package dev.holdfast.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// What a mail server's refusal means: a code that begins with 5 is final, unless another address was only deferred;
/// all else may pass.
final class SmtpTrouble {
    private static final Pattern CODE = Pattern.compile("^\\s*([2-5]\\d\\d)[ -]");

    private SmtpTrouble() {}

    static Delivery delivery(MessagingException trouble) {
        var words = chain(trouble).map(SmtpTrouble::words).distinct().reduce((one, more) -> one + "; " + more);
        var line = line(words.orElse(""));
        if (trouble instanceof SendFailedException some && some.getValidSentAddresses() != null) {
            return new Delivery.Sent("not to all: " + line);
        }
        var codes = chain(trouble).flatMap(SmtpTrouble::code).toList();
        boolean isFinal =
                codes.stream().anyMatch(code -> code >= 500) && codes.stream().noneMatch(SmtpTrouble::isDeferral);
        return isFinal ? new Delivery.GaveUp(line) : new Delivery.TryLater(null, line);
    }

    /// What a server said, on one short line.
    static String line(String said) {
        return Text.cut(Text.oneLine(said), 200);
    }

    private static Stream<Exception> chain(@Nullable Exception first) {
        return first == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(first),
                        chain(first instanceof MessagingException more ? more.getNextException() : null));
    }

    private static String words(Exception trouble) {
        return Objects.requireNonNullElse(
                trouble.getMessage(), trouble.getClass().getSimpleName());
    }

    private static Stream<Integer> code(Exception trouble) {
        return switch (trouble) {
            case SMTPSendFailedException refused -> Stream.of(refused.getReturnCode());
            case SMTPAddressFailedException refused -> Stream.of(refused.getReturnCode());
            case SMTPSenderFailedException refused -> Stream.of(refused.getReturnCode());
            default -> said(words(trouble)).stream();
        };
    }

    private static boolean isDeferral(int code) {
        return code >= 400 && code < 500;
    }

    private static Optional<Integer> said(String words) {
        var code = CODE.matcher(words);
        return code.find() ? Optional.of(Integer.valueOf(code.group(1))) : Optional.empty();
    }
}
