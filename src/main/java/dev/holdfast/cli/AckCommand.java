package dev.holdfast.cli;

import dev.holdfast.incident.Ack;
import dev.holdfast.wire.IncidentJson;
import dev.holdfast.wire.MonitorJson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells a running daemon that somebody takes care of an incident.
@Command(
        name = "ack",
        mixinStandardHelpOptions = true,
        description = "Says that somebody takes care of an incident, so that nobody else is called.")
final class AckCommand implements Callable<Integer> {
    private static final String INCIDENT = "inc_";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DaemonOptions options = new DaemonOptions();

    @Parameters(paramLabel = "INCIDENT|MONITOR", description = "The incident, or a monitor that belongs to it.")
    private String which = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who takes care of it (default: you).")
    private String by = System.getProperty("user.name", "somebody");

    @Option(names = "--note", paramLabel = "TEXT", description = "What there is to say about it.")
    private String note = "";

    @Override
    public Integer call() throws InterruptedException {
        var daemon = options.daemon();
        var id = which.startsWith(INCIDENT) ? which : incidentOf(daemon);
        var told = Map.of("by", by, "note", note);
        var incident = daemon.post("/api/v1/incidents/" + Daemon.part(id) + "/ack", told, IncidentJson.class);
        var taker = Optional.ofNullable(incident.ack()).map(Ack::by).orElse(by);
        spec.commandLine()
                .getOut()
                .println(taker + " takes care of " + incident.id() + " (" + incident.monitor() + ", "
                        + Words.of(incident.cause()) + ").");
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }

    private String incidentOf(Daemon daemon) throws InterruptedException {
        var monitor = daemon.get("/api/v1/monitors/" + Daemon.part(which), MonitorJson.class);
        if (monitor.incident() == null) {
            throw Refusal.usage("Monitor " + which + " is " + monitor.state()
                    + " and belongs to no open incident. ./holdfast incidents --state open lists those there are.");
        }
        return monitor.incident().value();
    }
}
