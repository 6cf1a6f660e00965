package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// A configuration with everything that is taken where nothing is said, and without its secrets.
public final class Effective {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDereferenceAliases(true)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setSplitLines(false)
            .build();

    private final Section<Settings> shape;
    private final Mapping file;

    Effective(Section<Settings> shape, Mapping file) {
        this.shape = shape;
        this.file = file;
    }

    /// As YAML that can be loaded again, once the values shown as `***` are put back.
    public String yaml() {
        return new Dump(SETTINGS).dumpToString(Plain.of(shape.show(file)));
    }

    @Override
    public String toString() {
        return yaml();
    }
}
