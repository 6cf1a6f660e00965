package dev.holdfast.cli;

import dev.holdfast.incident.Silence;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Asks a running daemon for silence, lists its silences, or ends one.
@Command(
        name = "silence",
        mixinStandardHelpOptions = true,
        description = "Nobody is told anything new of some monitors for a while. They are checked all the same; what is"
                + " still broken at the end is told then.")
final class SilenceCommand implements Callable<Integer> {
    private static final String SILENCES = "/api/v1/silences";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DaemonOptions options = new DaemonOptions();

    @Option(names = "--monitor", paramLabel = "NAME", description = "This monitor; * stands for any characters.")
    private List<String> monitors = List.of();

    @Option(names = "--group", paramLabel = "GROUP", description = "The monitors of this group.")
    private List<String> groups = List.of();

    @Option(names = "--label", paramLabel = "NAME=VALUE", description = "The monitors with this label.")
    private Map<String, String> labels = Map.of();

    @Option(names = "--for", paramLabel = "DURATION", description = "How long, such as 30m, 2h or 1d.")
    private @Nullable String span;

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks for it (default: you).")
    private String by = System.getProperty("user.name", "somebody");

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why.")
    private String comment = "";

    @ArgGroup
    private @Nullable Instead instead;

    /// What else to do.
    static final class Instead {
        @Option(names = "--list", required = true, description = "Lists the silences that are not over.")
        private boolean list;

        @Option(names = "--expire", required = true, paramLabel = "ID", description = "Ends this silence now.")
        private @Nullable String expire;
    }

    @Override
    public Integer call() throws InterruptedException {
        spec.commandLine().getOut().println(done(options.daemon()));
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }

    private String done(Daemon daemon) throws InterruptedException {
        if (instead == null) {
            return "Silence until " + told(daemon.post(SILENCES, wanted(), Silence.class));
        }
        if (span != null || !monitors.isEmpty() || !groups.isEmpty() || !labels.isEmpty()) {
            throw Refusal.usage("Give either --list, --expire ID, or which monitors to silence and --for how long.");
        }
        return instead.list ? listed(daemon) : expired(daemon, String.valueOf(instead.expire));
    }

    private Map<String, Object> wanted() {
        if (span == null) {
            throw Refusal.usage("Say for how long, such as --for 2h.");
        }
        if (monitors.isEmpty() && groups.isEmpty() && labels.isEmpty()) {
            throw Refusal.usage("Say which monitors: --monitor NAME, --group GROUP or --label NAME=VALUE.");
        }
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put("monitors", monitors);
        wanted.put("groups", groups);
        wanted.put("labels", labels);
        wanted.put("for", span);
        wanted.put("by", by);
        wanted.put("comment", comment);
        return wanted;
    }

    private static String listed(Daemon daemon) throws InterruptedException {
        var silences = daemon.get(SILENCES, Silence[].class);
        return silences.length == 0
                ? "No silences."
                : Stream.of(silences).map(SilenceCommand::told).collect(Collectors.joining("\n"));
    }

    private static String expired(Daemon daemon, String id) throws InterruptedException {
        var path = SILENCES + "/" + Daemon.part(id) + "/expire";
        return "Ended at " + told(daemon.post(path, Map.of(), Silence.class));
    }

    /// Such as `2026-01-02T16:00:00Z  group admin  by ada: migration  sil_...`
    static String told(Silence silence) {
        var by = silence.by().isEmpty() ? "" : "  by " + silence.by();
        var comment = silence.comment().isEmpty() ? "" : ": " + silence.comment();
        return silence.until().truncatedTo(ChronoUnit.SECONDS) + "  " + silence.who() + by + comment + "  "
                + silence.id();
    }
}
