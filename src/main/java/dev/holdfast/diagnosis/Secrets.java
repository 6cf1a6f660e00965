package dev.holdfast.diagnosis;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/// Finds secrets and personal data in a text of one line.
///
/// Every pattern looks a bounded way ahead, so that the time taken is linear in the text. The secret is what the groups
/// hold, so that what names it stays. Most texts hold none, and a score of patterns would take longer to find that out
/// than everything else: each is tried only where one of its words stands.
final class Secrets {
    private static final String MIXED = "(?=[^\\s]{0,60}(?:[0-9]|[a-z][A-Z]))";
    private static final String BARE = "(?!(?i:yes|no|true|false|null|none|nil)\\b)([^\\s\"',;&)\\]}]{%d,4000}+)";
    private static final String QUOTED = "\"([^\"]{1,4000}+)|'([^']{1,4000}+)|\\{([^}]{1,400}+)\\}";

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
                            + "(?:.{0,9999}?-----END [A-Z0-9 ]{0,40}-----|.*+))",
                    Lead.WORD,
                    "-----begin "),
            // A token of three parts, or the beginning of one.
            Rule.of(
                    "(?<![A-Za-z0-9])(eyJ[A-Za-z0-9_-]{8,8000}+(?:\\.[A-Za-z0-9_-]{0,8000}+){0,4}+)",
                    Lead.OWN_WORD,
                    "eyj"),
            // What providers begin their keys with, so that they can be found.
            Rule.of(
                    "(?<![A-Za-z0-9])((?:AKIA|ASIA|AIDA|AROA|AGPA)[A-Z0-9]{12,20}+"
                            + "|(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{6,255}+|sk-[A-Za-z0-9_-]{20,255}+"
                            + "|gh[pousr]_[A-Za-z0-9]{16,255}+|github_pat_[A-Za-z0-9_]{16,255}+"
                            + "|glpat-[A-Za-z0-9_-]{16,255}+|xox[a-z]-[A-Za-z0-9-]{8,255}+"
                            + "|xapp-[A-Za-z0-9-]{8,255}+|AIza[A-Za-z0-9_-]{30,60}+"
                            + "|ya29\\.[A-Za-z0-9_-]{10,500}+|whsec_[A-Za-z0-9+/=]{8,255}+|npm_[A-Za-z0-9]{20,60}+"
                            + "|hv[sbr]\\.[A-Za-z0-9_-]{20,255}+|SG\\.[A-Za-z0-9_-]{16,64}+\\.[A-Za-z0-9_-]{16,64}+)",
                    Lead.OWN_WORD,
                    "akia|asia|aida|aroa|agpa|sk_|pk_|rk_|sk-|ghp_|gho_|ghu_|ghs_|ghr_|github_pat_|glpat-|xox|xapp-"
                            + "|aiza|ya29.|whsec_|npm_|hvs.|hvb.|hvr.|sg."),
            Rule.of(
                    "(?i:\\b(?:bearer|basic|digest|negotiate|ntlm|apikey|geniekey|token) {1,3}[\"']?)"
                            + "(?![A-Za-z_]{1,40}=[\"'])" + MIXED + "([A-Za-z0-9+/._~=-]{8,4000}+)",
                    Lead.OWN_WORD,
                    "bearer |basic |digest |negotiate |ntlm |apikey |geniekey |token "),
            Rule.of(
                    "(?i)\\b(?:proxy-)?authorization[\"']? {0,3}[=:] {0,3}[\"']?"
                            + "((?:(?:bearer|basic|digest|token|negotiate|apikey) {1,3})?[^\\s\"',;]{1,4000}+)",
                    Lead.OWN_WORD,
                    "proxy-authorization|authorization"),
            Rule.of(
                    "(?i)\\b(?:set-)?cookie[\"']? {0,3}[=:] {0,3}[\"']?"
                            + "((?:[\\w!#$%&*+.^`|~-]{1,100}+=[^\\s;,\"']{0,4000}+;? ?){1,50}+)",
                    Lead.OWN_WORD, "set-cookie|cookie"),
            // What is called a password is one, however it is assigned.
            Rule.of(
                    "(?i)(?:pass(?:word|wd|phrase|code)|pwd|secret(?:[_-]?(?:access[_-]?)?key)?"
                            + "|(?:api|access|private|account|encryption|signing|shared[_-]?access)[_-]?key)"
                            + "[\"']? {0,3}(?:=>|[=:]) {0,3}(?:" + QUOTED + "|" + BARE.formatted(1) + ")",
                    Lead.WORD,
                    "password|passwd|passphrase|passcode|pwd|secret|apikey|api_key|api-key|accesskey|access_key"
                            + "|access-key|privatekey|private_key|private-key|accountkey|account_key|account-key"
                            + "|encryptionkey|encryption_key|encryption-key|signingkey|signing_key|signing-key"
                            + "|sharedaccess|shared_access|shared-access"),
            // What is called a token may be one in a sentence: it is assigned without a space, quoted, or looks like
            // one.
            Rule.of(
                    "(?i)(?:token|session[_-]?(?:id|key)?|credentials?|jwt|signature"
                            + "|(?<![a-z])(?:auth|sas|pass|otp|pin|nonce))[\"']?"
                            + "(?: {0,3}(?:=>|[=:]) {0,3}(?:" + QUOTED + ")|=" + BARE.formatted(1)
                            + "|: {0,3}(?=[^\\s]{0,60}[0-9])" + BARE.formatted(8) + ")",
                    Lead.WORD,
                    "token|session|credential|jwt|signature|auth|sas|pass|otp|pin|nonce"),
            Rule.of(
                    "(?i)[?&](?:sig|signature|x-amz-(?:signature|credential|security-token)|x-goog-signature)"
                            + "=([^\\s&\"'#]{1,4000}+)",
                    Lead.WORD,
                    "?sig|&sig|?x-amz-|&x-amz-|?x-goog-|&x-goog-"),
            Rule.of("(?i)[?&](?:code|key)=([^\\s&\"'#]{8,4000}+)", Lead.WORD, "?code=|&code=|?key=|&key="),
            // The password of an address; digits and a slash are its port and path.
            Rule.of("://[^\\s/:@\"'<>]{0,80}+:(?!\\d{1,5}(?:[/?#]|\\b(?!@)))([^\\s\"'<>]{1,200})@", Lead.WORD, "://"),
            Rule.of("://([^\\s/:@\"'<>]{1,200}+)@", Lead.WORD, "://"),
            Rule.of(
                    "(?<![\\w:/@.-])[\\w.+-]{1,80}+:([^\\s@/:\"'(),]{1,200}+)@(?=[\\w\\[(.-])",
                    Lead.password(':', "@/:\"'(),", ".+-", ":/@.-"),
                    "@"),
            Rule.of(
                    "(?<![\\w/.-])[\\w$#]{1,60}+/([^\\s@/]{1,100}+)@(?=//)",
                    Lead.password('/', "@/", "$#", "/.-"),
                    "@//"),
            Rule.of("thin:[\\w$#]{1,60}+/([^\\s@]{1,100}+)@", Lead.WORD, "thin:"),
            Rule.of(
                    "(?<![\\w+])(\\+[1-9]\\d{0,2}(?:[ ().-]{0,2}\\d){6,12}+)(?!\\w)",
                    Lead.WORD,
                    "+1|+2|+3|+4|+5|+6|+7|+8|+9"),
            Rule.of(
                    "(?i)\\b(?:phone|mobile|tel|telephone|cell)(?:[_ -]?(?:number|no))?[\"']? {0,3}[=:] {0,3}[\"']?"
                            + "(\\+?\\d[\\d ().-]{5,20})",
                    Lead.OWN_WORD,
                    "phone|mobile|tel|cell"),
            Rule.of("(?i)duplicate entry '(.{1,400}?)' for key", Lead.WORD, "duplicate entry '"),
            Rule.of(
                    "(?i)invalid input (?:syntax for|value for)[^:\"]{1,80}: \"([^\"]{1,400}+)\"",
                    Lead.WORD,
                    "invalid input "));

    /// What stands right before the bracket that holds a statement's values or a row.
    private static final Rule HELD = Rule.of(
            "(?i)(?:Key \\([^=]{1,300}?\\)=(?=\\()|failing row contains (?=\\()|duplicate key value is (?=\\()"
                    + "|\\b(?:bindings|binds|bind (?:values|parameters)|bind_params|params|parameters|sql_params|args)"
                    + "[\"']? {0,2}[:=] {0,2}(?=[\\[({]))",
            Lead.WORD,
            "key (|failing row contains (|duplicate key value is (|bindings|binds|bind values|bind parameters"
                    + "|bind_params|params|parameters|sql_params|args");

    private static final Rule MAIL = Rule.of(
            "(?<![\\p{L}\\p{N}._%+-])([\\p{L}\\p{N}._%+-]{1,64}+@"
                    + "[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+){0,5}(?<=\\.[\\p{L}-]{2,63}))",
            Lead.MAIL, "@");
    private static final Rule CARD =
            Rule.of("(?<![\\w.-])([2-6](?:[ -]?\\d){12,18})(?![ -]?\\d|\\w)", Lead.CARD, "2|3|4|5|6");
    private static final Rule ACCOUNT = Rule.of(
            "\\b([A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\\b", Lead.ACCOUNT, "0|1|2|3|4|5|6|7|8|9");

    /// How far behind the part that is shown a word may stand by which a secret in that part is found.
    private static final int AHEAD = 300;

    private static final Anchors<Word> WORDS = words();

    private final String text;
    private final IdentityHashMap<Rule, BitSet> starts = new IdentityHashMap<>();
    private final BitSet secret = new BitSet();

    /// A word by which to find where a rule's pattern may begin.
    private record Word(Rule rule, String word) {}

    private Secrets(String text) {
        this.text = text;
    }

    private static Anchors<Word> words() {
        return new Anchors<>(
                Stream.concat(RULES.stream(), Stream.of(HELD, MAIL, CARD, ACCOUNT))
                        .flatMap(rule -> rule.words().stream().map(word -> new Word(rule, word)))
                        .toList(),
                Word::word);
    }

    /// The characters of `text` before `end` that are not to be shown.
    static BitSet in(String text, int end) {
        var secrets = new Secrets(text);
        secrets.lead(Math.min(text.length(), end + AHEAD));
        secrets.mark();
        return secrets.secret;
    }

    private void lead(int until) {
        WORDS.scan(Fold.of(text, until), 0, until, (word, end) -> {
            int start = end - word.word.length();
            word.rule.lead().mark(text, start, starts.computeIfAbsent(word.rule, _ -> new BitSet()));
        });
    }

    private void mark() {
        RULES.forEach(rule -> each(rule, this::groups));
        each(HELD, this::held);
        // What stands before the @ of an address is a password by now, and what follows is its host.
        each(MAIL, mail -> secret.get(text.indexOf('@', mail.start()) - 1) ? mail.end() : whole(mail, mail.end()));
        each(CARD, card -> CheckDigits.areOfCard(card.group()) ? whole(card, card.end()) : card.end());
        each(ACCOUNT, account -> whole(account, account.start() + CheckDigits.accountLength(account.group())));
    }

    private void each(Rule rule, ToIntFunction<Matcher> found) {
        var at = starts.get(rule);
        if (at != null) {
            rule.find(text, at, found);
        }
    }

    private int groups(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.start(group) >= 0) {
                secret.set(found.start(group), found.end(group));
            }
        }
        return found.end();
    }

    private int whole(Matcher found, int end) {
        secret.set(found.start(), end);
        return found.end();
    }

    private int held(Matcher found) {
        int end = closing(text, found.end());
        secret.set(found.end() + 1, end);
        return end;
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
}
