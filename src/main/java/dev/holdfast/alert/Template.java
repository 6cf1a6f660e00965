package dev.holdfast.alert;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.holdfast.incident.Notice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How people want messages to be written, in Mustache; see docs/decisions/0032-templates.md. What it writes is plain
/// text, which each channel escapes and cuts as it does its own.
///
/// @param title null for the usual one
/// @param body all but the title, null for the usual one
public record Template(@Nullable String title, @Nullable String body) {
    private static final Logger LOG = LoggerFactory.getLogger(Template.class);
    private static final Pattern FRACTION = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z");

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .defaultValue("")
            .emptyStringIsFalse(true)
            .withFormatter(Template::inWords)
            .withCollector(new OnlyMaps());

    /// @throws IllegalArgumentException when one of them is no template, or names what there is not
    public Template {
        var unknown =
                Stream.ofNullable(title).flatMap(text -> unknown(text).stream()).collect(Collectors.toList());
        Stream.ofNullable(body).flatMap(text -> unknown(text).stream()).forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("{{" + unknown.getFirst() + "}} names nothing");
        }
    }

    /// The names in `text` that stand for nothing, in their order.
    ///
    /// @throws IllegalArgumentException when `text` is no template; the message says why
    public static List<String> unknown(String text) {
        var unknown = Tags.unknown(text);
        try {
            COMPILER.compile(text);
            return unknown;
        } catch (MustacheException broken) {
            throw new IllegalArgumentException("is no template: " + Text.oneLine("" + broken.getMessage()), broken);
        }
    }

    /// Every name that stands for something.
    public static List<String> names() {
        return Values.NAMES;
    }

    /// `usual` as this writes it. What would be empty stays as it is: no receiver takes an empty message, and no
    /// person can read one.
    Message write(Notice notice, Message usual) {
        try {
            var values = Values.of(notice, usual);
            var titled = title == null ? "" : Text.oneLine(written(title, values));
            var said = body == null ? "" : written(body, values).strip();
            var message = titled.isEmpty() ? usual : usual.titled(titled);
            return said.isEmpty() ? message : message.saying(said);
        } catch (MustacheException fault) { // a page in other words is better than none
            LOG.error("a template cannot be filled in", fault);
            return usual;
        }
    }

    private static String written(String text, Map<String, Object> values) {
        return COMPILER.compile(text).execute(values);
    }

    private static String inWords(Object value) {
        return value instanceof List<?> list
                ? Facts.names(list.stream().map(String::valueOf).toList())
                : FRACTION.matcher(value.toString()).replaceAll("$1Z");
    }

    /// Nothing of a value can be asked but what is in it: no method, no field.
    private static final class OnlyMaps extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new HashMap<>();
        }
    }
}
