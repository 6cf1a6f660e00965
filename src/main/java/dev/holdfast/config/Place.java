package dev.holdfast.config;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Where something stands: file, line from 1, and path of keys.
record Place(String file, int line, String path) {
    /// Of what no file says.
    static final Place NOWHERE = new Place("", 0, "");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

    Place key(String name, int at) {
        return new Place(file, at, path + step(name));
    }

    /// The same for a key that is missing: where it should stand.
    Place key(String name) {
        return key(name, line);
    }

    Place item(int index, int at) {
        return new Place(file, at, path + "[" + index + "]");
    }

    Place line(int at) {
        return new Place(file, at, path);
    }

    /// The file `path`, which is written relative to the file this stands in.
    Path beside(String path) {
        return Path.of(file).resolveSibling(path);
    }

    private String step(String name) {
        if (!PLAIN.matcher(name).matches()) {
            return "[\"" + name + "\"]";
        }
        return path.isEmpty() ? name : "." + name;
    }
}
