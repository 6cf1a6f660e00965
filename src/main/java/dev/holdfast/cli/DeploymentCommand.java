package dev.holdfast.cli;

import dev.holdfast.incident.Deployment;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells a running daemon of a deployment, so that what breaks after it can name it.
@Command(
        name = "deployment",
        mixinStandardHelpOptions = true,
        description = "Announces a deployment: an incident names the last one before its first failure.")
final class DeploymentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DaemonOptions options = new DaemonOptions();

    @Parameters(paramLabel = "NAME", description = "What is deployed, such as a version or a commit.")
    private String name = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When, with its zone, such as 2025-09-18T14:00:00Z (default: now).")
    private @Nullable String at;

    @Override
    public Integer call() throws InterruptedException {
        var told = new LinkedHashMap<String, String>();
        told.put("name", name);
        Optional.ofNullable(at).ifPresent(time -> told.put("at", time));
        var deployment = options.daemon().post("/api/v1/deployments", told, Deployment.class);
        var when = deployment.at().truncatedTo(ChronoUnit.SECONDS);
        spec.commandLine().getOut().println("Deployment " + deployment.name() + " at " + when + " is known.");
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
