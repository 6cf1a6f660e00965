package dev.holdfast.config;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Any value, written in YAML and taken as JSON.
record JsonShape() implements Shape<String> {
    static final Shape<String> JSON = new JsonShape();

    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public Optional<String> read(Tree tree, Problems problems) {
        return tree.isBroken() ? Optional.empty() : Optional.of(MAPPER.writeValueAsString(Plain.revealed(tree)));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of();
    }

    @Override
    public String words() {
        return "anything, as JSON";
    }
}
