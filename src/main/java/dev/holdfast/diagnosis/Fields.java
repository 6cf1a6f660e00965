package dev.holdfast.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The values in a JSON body with the keys that lead to them.
///
/// No parser of the grammar: it reads a body that is cut, or wrong in places, as far as it makes sense, in one pass.
final class Fields {
    private static final int MOST = 2_000;
    private static final int DEEPEST = 64;

    private final String body;
    private final List<Field> fields = new ArrayList<>();
    private final Deque<Container> open = new ArrayDeque<>();
    private int at;
    private int records;

    /// One value.
    ///
    /// @param keys the keys that lead to it in lower case, outermost first; arrays add none
    /// @param value the string between its quotes, as it stands there, or the literal
    /// @param record which of the objects that are elements of an array it belongs to, 0 for none
    record Field(List<String> keys, String value, boolean isText, int record) {

        /// The innermost key, empty for a value without one.
        String key() {
            return keys.isEmpty() ? "" : keys.getLast();
        }
    }

    /// An object or array that is being read.
    private static final class Container {
        private final boolean isObject;
        private final List<String> path;
        private final int record;
        private String key = "";
        private boolean hasKey;
        private @Nullable List<String> keys;

        Container(boolean isObject, List<String> path, int record) {
            this.isObject = isObject;
            this.path = path;
            this.record = record;
        }

        List<String> keys() {
            if (!isObject || key.isEmpty()) {
                return path;
            }
            if (keys == null) {
                keys = new ArrayList<>(path);
                keys.add(key);
            }
            return keys;
        }

        void name(String next) {
            key = next;
            hasKey = true;
            keys = null;
        }
    }

    private Fields(String body) {
        this.body = body;
    }

    /// Whether a body looks like JSON.
    static boolean isJson(String body) {
        int at = 0;
        while (at < body.length() && Character.isWhitespace(body.charAt(at))) {
            at++;
        }
        return at < body.length() && (body.charAt(at) == '{' || body.charAt(at) == '[');
    }

    /// The values of `body`, in order.
    static List<Field> of(String body) {
        return new Fields(body).read();
    }

    private List<Field> read() {
        while (at < body.length() && fields.size() < MOST) {
            char next = body.charAt(at);
            switch (next) {
                case '{' -> open(true);
                case '[' -> open(false);
                case '}', ']' -> close();
                case ',' -> comma();
                case '"' -> string();
                default -> literal();
            }
        }
        return fields;
    }

    private void open(boolean isObject) {
        if (open.size() < DEEPEST) {
            var outer = open.peek();
            boolean isElement = isObject && outer != null && !outer.isObject;
            open.push(new Container(
                    isObject,
                    outer == null ? List.of() : outer.keys(),
                    isElement ? ++records : outer == null ? 0 : outer.record));
        }
        at++;
    }

    private void close() {
        open.poll();
        at++;
    }

    private void comma() {
        var inner = open.peek();
        if (inner != null) {
            inner.hasKey = false;
        }
        at++;
    }

    private void string() {
        int end = at + 1;
        while (end < body.length() && body.charAt(end) != '"') {
            end += body.charAt(end) == '\\' ? 2 : 1;
        }
        var text = body.substring(at + 1, Math.min(end, body.length()));
        at = Math.min(end + 1, body.length());
        var inner = open.peek();
        if (inner != null && inner.isObject && !inner.hasKey) {
            inner.name(text.toLowerCase(Locale.ROOT));
        } else {
            add(text, true);
        }
    }

    private void literal() {
        int start = at;
        while (at < body.length() && isLiteral(body.charAt(at))) {
            at++;
        }
        if (at > start) {
            add(body.substring(start, at), false);
        } else {
            at++;
        }
    }

    private static boolean isLiteral(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '-' || letter == '+' || letter == '.';
    }

    private void add(String value, boolean isText) {
        var inner = open.peek();
        fields.add(
                new Field(inner == null ? List.of() : inner.keys(), value, isText, inner == null ? 0 : inner.record));
    }
}
