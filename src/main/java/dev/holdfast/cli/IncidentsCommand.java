package dev.holdfast.cli;

import dev.holdfast.wire.IncidentJson;
import dev.holdfast.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists the incidents of a running daemon.
@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        description = "Lists the incidents of a running daemon: those that are open, and the last that are over.")
final class IncidentsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DaemonOptions options = new DaemonOptions();

    @Option(names = "--state", description = "Only these: ${COMPLETION-CANDIDATES} (default: both).")
    private @Nullable State state;

    @Option(names = "--format", description = "How to print: ${COMPLETION-CANDIDATES} (default: text).")
    private Printing format = Printing.TEXT;

    /// Which incidents.
    private enum State {
        OPEN,
        CLOSED
    }

    @Override
    public Integer call() throws InterruptedException {
        var query = state == null ? "" : "?state=" + Words.of(state);
        var answer = options.daemon().get("/api/v1/incidents" + query);
        spec.commandLine().getOut().println(print(answer).stripTrailing());
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }

    private String print(String answer) {
        var incidents = List.of(Json.read(answer, IncidentJson[].class));
        var lines = new IncidentLines(Instant.now(), new Paint(format == Printing.TEXT && Terminal.isColoured()));
        return switch (format) {
            case JSON -> Json.pretty(Json.read(answer, Object.class));
            case TEXT -> incidents.isEmpty() ? "No incidents." : lines.text(incidents);
            case MARKDOWN -> lines.markdown(incidents);
        };
    }
}
