package dev.holdfast.cli;

import dev.holdfast.web.StatusJson;
import dev.holdfast.wire.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How it stands with all that a running daemon watches.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "How it stands: the monitors, the open incidents, the channels in trouble and the silences of a"
                + " running daemon.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing is down",
            "1:a monitor is down or an incident is open",
            "2:wrong usage or configuration",
            "3:could not ask the daemon"
        })
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DaemonOptions options = new DaemonOptions();

    @Option(names = "--format", description = "How to print: ${COMPLETION-CANDIDATES} (default: text).")
    private Printing format = Printing.TEXT;

    @Override
    public Integer call() throws InterruptedException {
        var answer = options.daemon().get("/api/v1/status");
        var status = Json.read(answer, StatusJson.class);
        spec.commandLine().getOut().println(print(answer, status).stripTrailing());
        spec.commandLine().getOut().flush();
        var isBad = !status.incidents().isEmpty() || status.monitors().getOrDefault("down", 0) > 0;
        return isBad ? Exit.FAILURE : Exit.OK;
    }

    private String print(String answer, StatusJson status) {
        return switch (format) {
            case JSON -> Json.pretty(Json.read(answer, Object.class));
            case TEXT -> StatusReport.text(status, new Paint(Terminal.isColoured()));
            case MARKDOWN -> StatusReport.markdown(status);
        };
    }
}
