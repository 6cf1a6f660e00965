package dev.holdfast.diagnosis;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes the tags out of a page and puts its parts in the order in which a person reads them: the headline, the text,
/// and last the small print (comments and scripts), where some frameworks hide the message.
///
/// One pass, whatever the page: an unclosed tag or comment is text.
final class Markup {
    private static final int LONGEST_TAG = 2_000;
    private static final Set<String> HEADLINE = Set.of("title", "h1", "h2");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "big", "code", "em", "font", "i", "kbd", "mark", "s", "samp", "small", "span", "strong",
            "sub", "sup", "tt", "u", "var", "wbr");
    private static final Set<String> BLOCK = Set.of(
            "body",
            "br",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "hr",
            "html",
            "li",
            "link",
            "meta",
            "ol",
            "p",
            "pre",
            "script",
            "style",
            "table",
            "tbody",
            "td",
            "textarea",
            "th",
            "thead",
            "title",
            "tr",
            "ul");

    /// Stands behind the headline of a debugger's page; for private use, so that no text has it.
    static final String HEADLINE_END = "\uE003";

    /// What the pages of debuggers have in them: they put the exception into the headline and sources below.
    private static final List<String> DEBUGGERS = List.of(
            "Werkzeug Debugger",
            "traceback-container",
            "exception_value",
            "Action Controller: Exception caught",
            "Sinatra::ShowExceptions");

    private final String page;
    private final boolean isPage;
    private final StringBuilder headline = new StringBuilder();
    private final StringBuilder text;
    private final StringBuilder smallPrint = new StringBuilder();
    private final Set<String> gone = new HashSet<>();
    private StringBuilder out;
    private int at;
    /// The `>` that was found last, which is looked for once however many tags want it.
    private int closing = -1;

    private Markup(String page, boolean isPage) {
        this.page = page;
        this.isPage = isPage;
        this.text = new StringBuilder(page.length());
        this.out = text;
    }

    /// The text of `page`.
    ///
    /// @param isPage whether it is markup as a whole; in other text only the tags everybody knows are taken out
    static Stripped strip(String page, boolean isPage) {
        return page.indexOf('<') < 0 && page.indexOf('&') < 0
                ? new Stripped(page, false)
                : new Markup(page, isPage).strip();
    }

    /// A page without its tags.
    ///
    /// @param speaksInHeadline whether only the headline says what is wrong
    record Stripped(String text, boolean speaksInHeadline) {}

    private Stripped strip() {
        boolean isDebugger = DEBUGGERS.stream().anyMatch(page::contains);
        var stripped = read(isDebugger ? "\n" + HEADLINE_END + "\n" : "\n");
        return new Stripped(stripped, isDebugger);
    }

    private String read(String behindHeadline) {
        while (at < page.length()) {
            char next = page.charAt(at);
            if (next == '<') {
                tag();
            } else if (next == '&') {
                at = Entities.decode(page, at, out);
            } else {
                plain();
            }
        }
        return headline.isEmpty() && smallPrint.isEmpty()
                ? text.toString()
                : headline + behindHeadline + text + "\n" + smallPrint;
    }

    private void plain() {
        int start = at;
        while (at < page.length() && page.charAt(at) != '<' && page.charAt(at) != '&') {
            at++;
        }
        out.append(page, start, at);
    }

    private void tag() {
        if (page.startsWith("<!--", at)) {
            aside("<!--", "-->");
        } else if (page.startsWith("<![CDATA[", at)) {
            at += "<![CDATA[".length();
        } else {
            element();
        }
    }

    private void element() {
        int name = at + (page.startsWith("</", at) ? 2 : 1);
        int nameEnd = name;
        while (nameEnd < page.length() && isNamePart(page.charAt(nameEnd))) {
            nameEnd++;
        }
        int end = nameEnd == name && !startsOther(name) ? -1 : tagEnd(nameEnd);
        var tag = page.substring(name, nameEnd).toLowerCase(Locale.ROOT);
        if (end < 0 || !isTag(tag)) {
            out.append('<');
            at++;
        } else {
            take(tag, name == at + 2, end);
        }
    }

    private int tagEnd(int from) {
        if (closing < from) {
            int found = page.indexOf('>', from);
            closing = found < 0 ? Integer.MAX_VALUE : found;
        }
        return closing - from < LONGEST_TAG ? closing : -1;
    }

    private boolean startsOther(int name) {
        return name < page.length() && (page.charAt(name) == '!' || page.charAt(name) == '?');
    }

    private boolean isTag(String tag) {
        return isPage || INLINE.contains(tag) || BLOCK.contains(tag);
    }

    private void take(String tag, boolean closes, int end) {
        if (!INLINE.contains(tag)) {
            out.append('\n');
        }
        if (HEADLINE.contains(tag)) {
            out = closes ? text : headline;
        } else if (closes && (tag.equals("pre") || tag.equals("div"))) {
            out = text;
        } else if (saysWhatIsWrong(end)) {
            out = headline;
        }
        at = end + 1;
        if (tag.equals("style") && !closes) {
            skip("</style");
        } else if (tag.equals("script") && !closes) {
            script();
        }
    }

    /// Whether what follows belongs to the headline by its class, or as it comes right behind it.
    private boolean saysWhatIsWrong(int end) {
        int value = page.indexOf('"', at, end) + 1;
        return page.startsWith("exception_value", value)
                || page.startsWith("exception-message", value)
                || (page.startsWith("<pre>", at) && page.startsWith("</h1>", page.lastIndexOf('<', at - 1)));
    }

    private void skip(String until) {
        int end = find(until, at);
        at = end < 0 ? at : end;
    }

    private void script() {
        int end = find("</script", at);
        if (end >= 0) {
            smallPrint.append('\n').append(page, at, end).append('\n');
            at = end;
        }
    }

    private void aside(String open, String close) {
        int start = at + open.length();
        // The hyphens of the opening may be those of the close: <!--> is a comment without content.
        int end = find(close, at + 2);
        if (end < 0) {
            out.append('\n');
            at = start;
            return;
        }
        var content = page.substring(Math.min(start, end), end);
        smallPrint.append('\n').append(new Markup(content, isPage).read("\n")).append('\n');
        at = end + close.length();
    }

    /// Looks only once for what is not there: a page of openings that never close would cost the square of its length.
    private int find(String wanted, int from) {
        int found = gone.contains(wanted) ? -1 : page.indexOf(wanted, from);
        if (found < 0) {
            gone.add(wanted);
        }
        return found;
    }

    private static boolean isNamePart(char letter) {
        return letter < 0x80 && (Character.isLetterOrDigit(letter) || letter == ':' || letter == '-');
    }
}
