package dev.holdfast.daemon;

import dev.holdfast.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The dashboard Holdfast ships, as Grafana reads it.
record Dashboard(JsonNode json) {

    static Dashboard shipped() throws IOException {
        return new Dashboard(Json.tree(Files.readString(Path.of("grafana/holdfast.json"))));
    }

    /// Everything that shows something: all but the headings.
    List<Panel> panels() {
        return stream(json.at("/panels")).map(Panel::new).filter(Panel::shows).toList();
    }

    List<JsonNode> variables(String type) {
        return stream(json.at("/templating/list"))
                .filter(variable -> variable.at("/type").asString().equals(type))
                .toList();
    }

    /// `expression` as Grafana sends it while All is chosen everywhere.
    String ofEverything(String expression) {
        var sent = expression.replace("$__rate_interval", "1m");
        for (var all : chosenByAll().entrySet()) {
            sent = sent.replace('$' + all.getKey(), all.getValue());
        }
        return sent;
    }

    private Map<String, String> chosenByAll() {
        return variables("query").stream()
                .collect(Collectors.toMap(
                        variable -> variable.at("/name").asString(),
                        variable -> variable.at("/allValue").asString()));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return list.values().stream();
    }

    /// @param json as Grafana reads it
    record Panel(JsonNode json) {

        String title() {
            return json.at("/title").asString();
        }

        String description() {
            return json.at("/description").asString();
        }

        String unit() {
            return json.at("/fieldConfig/defaults/unit").asString();
        }

        List<String> expressions() {
            return stream(json.at("/targets"))
                    .map(target -> target.at("/expr").asString())
                    .toList();
        }

        /// Its own data source and that of every query.
        List<String> sources() {
            return Stream.concat(Stream.of(json), stream(json.at("/targets")))
                    .map(part -> part.at("/datasource/uid").asString())
                    .toList();
        }

        private boolean shows() {
            return !json.at("/type").asString().equals("row");
        }
    }
}
