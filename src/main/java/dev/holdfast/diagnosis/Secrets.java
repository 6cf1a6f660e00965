package dev.holdfast.diagnosis;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds secrets and personal data in a text of one line.
///
/// Every pattern looks a bounded way ahead, so that the time taken is linear in the text. The secret is what the first
/// group holds, so that what names it stays.
final class Secrets {
    private static final String MIXED = "(?=[^\\s]{0,60}(?:[0-9]|[a-z][A-Z]))";
    private static final String BARE = "(?!(?i:yes|no|true|false|null|none|nil)\\b)([^\\s\"',;&)\\]}]{%d,4000}+)";
    private static final String QUOTED = "\"([^\"]{1,4000}+)|'([^']{1,4000}+)|\\{([^}]{1,400}+)\\}";

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
                    + "(?:.{0,9999}?-----END [A-Z0-9 ]{0,40}-----|.*+))"),
            // A token of three parts, or the beginning of one.
            Pattern.compile("(?<![A-Za-z0-9])(eyJ[A-Za-z0-9_-]{8,8000}+(?:\\.[A-Za-z0-9_-]{0,8000}+){0,4}+)"),
            // What providers begin their keys with, so that they can be found.
            Pattern.compile("(?<![A-Za-z0-9])((?:AKIA|ASIA|AIDA|AROA|AGPA)[A-Z0-9]{12,20}+"
                    + "|(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{6,255}+|sk-[A-Za-z0-9_-]{20,255}+"
                    + "|gh[pousr]_[A-Za-z0-9]{16,255}+|github_pat_[A-Za-z0-9_]{16,255}+|glpat-[A-Za-z0-9_-]{16,255}+"
                    + "|xox[a-z]-[A-Za-z0-9-]{8,255}+|xapp-[A-Za-z0-9-]{8,255}+|AIza[A-Za-z0-9_-]{30,60}+"
                    + "|ya29\\.[A-Za-z0-9_-]{10,500}+|whsec_[A-Za-z0-9+/=]{8,255}+|npm_[A-Za-z0-9]{20,60}+"
                    + "|hv[sbr]\\.[A-Za-z0-9_-]{20,255}+|SG\\.[A-Za-z0-9_-]{16,64}+\\.[A-Za-z0-9_-]{16,64}+)"),
            Pattern.compile("(?i:\\b(?:bearer|basic|digest|negotiate|ntlm|apikey|geniekey|token) {1,3}[\"']?)"
                    + "(?![A-Za-z_]{1,40}=[\"'])" + MIXED + "([A-Za-z0-9+/._~=-]{8,4000}+)"),
            Pattern.compile("(?i)\\b(?:proxy-)?authorization[\"']? {0,3}[=:] {0,3}[\"']?"
                    + "((?:(?:bearer|basic|digest|token|negotiate|apikey) {1,3})?[^\\s\"',;]{1,4000}+)"),
            Pattern.compile("(?i)\\b(?:set-)?cookie[\"']? {0,3}[=:] {0,3}[\"']?"
                    + "((?:[\\w!#$%&*+.^`|~-]{1,100}+=[^\\s;,\"']{0,4000}+;? ?){1,50}+)"),
            // What is called a password is one, however it is assigned.
            Pattern.compile("(?i)(?:pass(?:word|wd|phrase|code)|pwd|secret(?:[_-]?(?:access[_-]?)?key)?"
                    + "|(?:api|access|private|account|encryption|signing|shared[_-]?access)[_-]?key)"
                    + "[\"']? {0,3}(?:=>|[=:]) {0,3}(?:" + QUOTED + "|" + BARE.formatted(1) + ")"),
            // What is called a token may be one in a sentence: it is assigned without a space, quoted, or looks like
            // one.
            Pattern.compile("(?i)(?:token|session[_-]?(?:id|key)?|credentials?|jwt|signature"
                    + "|(?<![a-z])(?:auth|sas|pass|otp|pin|nonce))[\"']?"
                    + "(?: {0,3}(?:=>|[=:]) {0,3}(?:" + QUOTED + ")|=" + BARE.formatted(1)
                    + "|: {0,3}(?=[^\\s]{0,60}[0-9])" + BARE.formatted(8) + ")"),
            Pattern.compile("(?i)[?&](?:sig|signature|x-amz-(?:signature|credential|security-token)|x-goog-signature)"
                    + "=([^\\s&\"'#]{1,4000}+)"),
            Pattern.compile("(?i)[?&](?:code|key)=([^\\s&\"'#]{8,4000}+)"),
            // The password of an address; digits and a slash are its port and path.
            Pattern.compile("://[^\\s/:@\"'<>]{0,80}+:(?!\\d{1,5}(?:[/?#]|\\b(?!@)))([^\\s\"'<>]{1,200})@"),
            Pattern.compile("://([^\\s/:@\"'<>]{1,200}+)@"),
            Pattern.compile("(?<![\\w:/@.-])[\\w.+-]{1,80}+:([^\\s@/:\"'(),]{1,200}+)@(?=[\\w\\[(.-])"),
            Pattern.compile("(?<![\\w/.-])[\\w$#]{1,60}+/([^\\s@/]{1,100}+)@(?=//)"),
            Pattern.compile("thin:[\\w$#]{1,60}+/([^\\s@]{1,100}+)@"),
            Pattern.compile("(?<![\\w+])(\\+[1-9]\\d{0,2}(?:[ ().-]{0,2}\\d){6,12}+)(?!\\w)"),
            Pattern.compile(
                    "(?i)\\b(?:phone|mobile|tel|telephone|cell)(?:[_ -]?(?:number|no))?[\"']? {0,3}[=:] {0,3}[\"']?"
                            + "(\\+?\\d[\\d ().-]{5,20})"),
            Pattern.compile("(?i)duplicate entry '(.{1,400}?)' for key"),
            Pattern.compile("(?i)invalid input (?:syntax for|value for)[^:\"]{1,80}: \"([^\"]{1,400}+)\""));

    /// What stands right before the bracket that holds a statement's values or a row.
    private static final Pattern HELD = Pattern.compile(
            "(?i)Key \\([^=]{1,300}?\\)=(?=\\()|failing row contains (?=\\()|duplicate key value is (?=\\()"
                    + "|\\b(?:bindings|binds|bind (?:values|parameters)|bind_params|params|parameters|sql_params|args)"
                    + "[\"']? {0,2}[:=] {0,2}(?=[\\[({])");

    private static final Pattern MAIL = Pattern.compile("(?<![\\p{L}\\p{N}._%+-])([\\p{L}\\p{N}._%+-]{1,64}+@"
            + "[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+){0,5}(?<=\\.[\\p{L}-]{2,63}))");
    private static final Pattern CARD = Pattern.compile("(?<![\\w.-])([2-6](?:[ -]?\\d){12,18})(?![ -]?\\d|\\w)");
    private static final Pattern ACCOUNT =
            Pattern.compile("\\b([A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\\b");

    private Secrets() {}

    /// The characters of `text` that are not to be shown.
    static BitSet in(String text) {
        var secret = new BitSet();
        PATTERNS.forEach(pattern -> mark(secret, pattern.matcher(text)));
        held(secret, text);
        // What stands before the @ of an address is a password by now, and what follows is its host.
        MAIL.matcher(text)
                .results()
                .filter(mail -> !secret.get(text.indexOf('@', mail.start()) - 1))
                .forEach(mail -> secret.set(mail.start(), mail.end()));
        CARD.matcher(text)
                .results()
                .filter(card -> CheckDigits.areOfCard(card.group()))
                .forEach(card -> secret.set(card.start(), card.end()));
        ACCOUNT.matcher(text)
                .results()
                .forEach(account ->
                        secret.set(account.start(), account.start() + CheckDigits.accountLength(account.group())));
        return secret;
    }

    private static void held(BitSet secret, String text) {
        var held = HELD.matcher(text);
        int from = 0;
        while (held.find(from)) {
            from = closing(text, held.end());
            secret.set(held.end() + 1, from);
        }
    }

    /// Where the bracket at `open` is closed; the end of the text when it is not.
    private static int closing(String text, int open) {
        int depth = 0;
        char quote = 0;
        for (int at = open; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if ((letter == '\'' || letter == '"') && !Character.isLetterOrDigit(text.charAt(at - 1))) {
                quote = letter;
            } else if ("([{".indexOf(letter) >= 0) {
                depth++;
            } else if (")]}".indexOf(letter) >= 0 && --depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    private static void mark(BitSet secret, Matcher found) {
        while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.start(group) >= 0) {
                    secret.set(found.start(group), found.end(group));
                }
            }
        }
    }
}
