package dev.holdfast.wire;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.holdfast.incident.Condition;
import dev.holdfast.incident.Fingerprint;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.observation.MonitorId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// The one mapper: `snake_case` names, ISO 8601 times, enums in lower case.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.ALWAYS))
            // What a record can be asked besides what it is made of would be written, and never read back.
            .changeDefaultVisibility(usual -> usual.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .addMixIn(MonitorId.class, Scalar.class)
            .addMixIn(IncidentId.class, Scalar.class)
            .addMixIn(Fingerprint.class, Scalar.class)
            .addMixIn(Condition.class, Tagged.class)
            .build();

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /// `value` as JSON on one line.
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// `value` as JSON for people.
    public static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws JacksonException when `json` is not a `type`
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /// Reads any JSON.
    ///
    /// @throws JacksonException when `json` is none
    public static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /// Reads a JSON object: texts, numbers, booleans, nulls, lists and maps of these.
    ///
    /// @throws IllegalArgumentException when `json` is none; the message says where it goes wrong
    public static Map<String, @Nullable Object> object(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, OBJECT))
                    .orElseThrow(() -> new IllegalArgumentException("it is null"));
        } catch (JacksonException wrong) {
            var place = wrong.getLocation();
            throw new IllegalArgumentException(
                    "it goes wrong at line " + place.getLineNr() + ", column " + place.getColumnNr(), wrong);
        }
    }

    /// A record around one string is that string.
    private abstract static class Scalar {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("UnusedVariable") // a mix-in: only its shape counts
        Scalar(String value) {}

        @Override
        @JsonValue
        public abstract String toString();
    }

    /// A sealed type carries the name of its kind.
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private abstract static class Tagged {}
}
