package dev.holdfast.cli;

import dev.holdfast.diagnosis.Diagnostician;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Probes now, once, prints verdicts and exits. Nothing is remembered and nobody is told.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Probes now, once, prints verdicts and exits: the monitors of a configuration, or any URLs.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all pass (or are to review)",
            "1:at least one fails",
            "2:wrong usage or configuration",
            "3:could not judge"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration (default: config/holdfast.yml).")
    private @Nullable Path file;

    @Option(names = "--format", description = "How to print: ${COMPLETION-CANDIDATES} (default: text).")
    private Format format = Format.TEXT;

    @Option(names = "--strict", description = "Counts review as a failure.")
    private boolean strict;

    @Option(names = "--explain", description = "Shows what was seen, every signature tried and why the verdict.")
    private boolean explain;

    @Parameters(paramLabel = "NAME|URL", description = "Monitors of the configuration, or URLs; all when left out.")
    private List<String> wanted = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        var settings = Wanted.settings(wanted, file);
        var diagnostician = Diagnostician.with(settings.signatures());
        var checked = CheckRun.of(settings, diagnostician);
        spec.commandLine().getOut().println(print(checked, diagnostician));
        spec.commandLine().getOut().flush();
        return checked.exitCode(strict);
    }

    private String print(Checked checked, Diagnostician diagnostician) {
        return switch (format) {
            case TEXT ->
                (explain ? Explanation.of(checked, diagnostician) : "")
                        + new TextReport(Terminal.isColoured()).of(checked);
            case JSON -> Reports.json(checked);
            case JUNIT -> JunitReport.of(checked);
            case MARKDOWN -> Reports.markdown(checked);
        };
    }
}
