package dev.holdfast.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pieces of JSON Schema.
final class Schemas {
    /// Anything may be substituted, so a text with a reference may stand everywhere.
    private static final Map<String, Object> REFERENCE = Map.of("$ref", "#/$defs/reference");

    private static final Map<String, Object> NULL = Map.of("type", "null");
    private static final String ANY_OF = "anyOf";

    private Schemas() {}

    /// The whole: that of a file, and what its parts refer to.
    static Map<String, Object> document(Map<String, Object> file) {
        var document = new LinkedHashMap<String, Object>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.putAll(file);
        document.put("$defs", Map.of("reference", Map.of("type", "string", "pattern", "\\$\\{[^}]*\\}")));
        return document;
    }

    static Map<String, Object> text() {
        return Map.of("type", List.of("string", "number", "boolean"));
    }

    static Map<String, Object> pattern(String pattern) {
        return orReference(Map.of("type", "string", "pattern", "^(" + pattern + ")$"));
    }

    static Map<String, Object> words(List<String> words) {
        return orReference(Map.of("enum", words));
    }

    static Map<String, Object> integer(int least, int most) {
        return orReference(Map.of("type", "integer", "minimum", least, "maximum", most));
    }

    static Map<String, Object> of(String type) {
        return orReference(Map.of("type", type));
    }

    static Map<String, Object> orReference(Map<String, Object> schema) {
        return anyOf(schema, REFERENCE);
    }

    static Map<String, Object> orNull(Map<String, Object> schema) {
        return anyOf(schema, NULL);
    }

    /// Either of them; what is such a choice already is taken apart.
    @SafeVarargs
    static Map<String, Object> anyOf(Map<String, Object>... schemas) {
        var choices = new ArrayList<Object>();
        for (var schema : schemas) {
            if (schema.size() == 1 && schema.get(ANY_OF) instanceof List<?> inner) {
                inner.stream().filter(choice -> !choices.contains(choice)).forEach(choices::add);
            } else {
                choices.add(schema);
            }
        }
        return Map.of(ANY_OF, choices);
    }

    static Map<String, Object> described(Map<String, Object> schema, String doc, @Nullable Tree usual) {
        var described = new LinkedHashMap<String, Object>();
        described.put("description", doc);
        if (usual != null) {
            described.put("default", Plain.of(usual));
        }
        described.putAll(schema);
        return described;
    }

    static Map<String, Object> section(String title, Keys keys) {
        var properties = new LinkedHashMap<String, Object>();
        keys.all().forEach(key -> properties.put(key.name(), key.schema()));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("title", title);
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        schema.put(
                "required",
                keys.all().stream().filter(Key::required).map(Key::name).toList());
        if (!keys.exclusive().isEmpty()) {
            schema.put("allOf", keys.exclusive().stream().map(Schemas::notBoth).toList());
        }
        if (!keys.together().isEmpty()) {
            schema.put("dependentRequired", bothOrNone(keys.together()));
        }
        if (keys.areExactlyOne()) {
            schema.put("minProperties", 1);
            schema.put("maxProperties", 1);
        }
        return schema;
    }

    private static Map<String, Object> notBoth(Keys.Pair pair) {
        return Map.of("not", Map.of("required", List.of(pair.one(), pair.other())));
    }

    private static Map<String, Object> bothOrNone(List<Keys.Pair> pairs) {
        var needs = new LinkedHashMap<String, Object>();
        for (var pair : pairs) {
            needs.put(pair.one(), List.of(pair.other()));
            needs.put(pair.other(), List.of(pair.one()));
        }
        return needs;
    }

    /// `section`, told apart from others by `key`.
    static Map<String, Object> tagged(Map<String, Object> section, String key, String value) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put(key, Map.of("const", value));
        if (section.get("properties") instanceof Map<?, ?> others) {
            others.forEach((name, schema) -> properties.put(String.valueOf(name), schema));
        }
        var tagged = new LinkedHashMap<>(section);
        tagged.put("properties", properties);
        return tagged;
    }
}
