package dev.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/// What an editor says of a file by the JSON Schema is what loading it says, as far as a schema can tell.
class SchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Config.schema());
    private static final LoadSettings YAML =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    private static List<String> errors(String yaml) {
        var json = new JsonMapper().writeValueAsString(new Load(YAML).loadFromString(yaml));
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(String::valueOf)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config/holdfast.yml",
                "src/test/resources/config/good/contract.yml",
                "src/test/resources/config/good/attention.yml"
            })
    void whatLoadsIsValid(String file) throws Exception {
        assertThat(errors(Files.readString(Path.of(file)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "monitors: [{name: flags, url: 'https://app.example.com', remind: seldom}]",
                "monitors: [{name: flags, url: 'https://app.example.com', escalate: [{after: 1h}]}]",
                "monitors: [{name: flags, url: 'https://app.example.com', flapping: {downs: 1}}]",
                "maintenance: [{name: no window}]",
                "maintenance: [{name: no days, from: '09:00', to: '10:00', zone: UTC}]",
                "maintenance: [{name: strange day, days: monday, from: '09:00', to: '10:00'}]",
                "maintenance: [{name: strange time, days: mon, from: '09:00', to: '25:00'}]",
                "maintenance: [{name: two windows, days: mon, from: '09:00', to: '10:00', duration: 1h}]",
                "maintenance: [{cron: '0 9 * * *', duration: 1h}]",
                "silences: [{monitors: flags}]",
                "canaries: [example.org]",
                "canaries: [{timeout: 1s}]"
            })
    void whatIsRefusedIsNot(String yaml) {
        assertThat(errors(yaml)).isNotEmpty();
    }
}
