package dev.holdfast.verdict;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.Jackson3JsonProvider;
import com.jayway.jsonpath.spi.mapper.Jackson3MappingProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Assertions on what JSONPaths find in a body.
final class JsonBody {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Configuration STRICT = Configuration.builder()
            .jsonProvider(new Jackson3JsonProvider(MAPPER))
            .mappingProvider(new Jackson3MappingProvider(MAPPER))
            .build();

    private JsonBody() {}

    /// Whether `path` is a JSONPath.
    static Optional<String> problemWith(String path) {
        try {
            JsonPath.compile(path);
            return Optional.empty();
        } catch (InvalidPathException | IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    static List<String> violations(String body, Map<String, Assertion> assertions) {
        if (assertions.isEmpty()) {
            return List.of();
        }
        try {
            var document = JsonPath.using(STRICT).parse(body);
            return assertions.entrySet().stream()
                    .flatMap(entry -> entry
                            .getValue()
                            .violation(find(document, entry.getKey()))
                            .map(problem -> entry.getKey() + " " + problem)
                            .stream())
                    .sorted()
                    .toList();
        } catch (InvalidJsonException | IllegalArgumentException notJson) {
            return List.of("the body is not JSON");
        }
    }

    private static Found find(DocumentContext document, String path) {
        try {
            return Found.json(document.read(path));
        } catch (PathNotFoundException nothing) {
            return Found.NOTHING;
        }
    }
}
