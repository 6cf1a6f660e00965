package dev.holdfast.cli;

import dev.holdfast.config.Config;
import dev.holdfast.config.Environment;
import dev.holdfast.config.Loaded;
import dev.holdfast.daemon.Holdfast;
import dev.holdfast.store.StoreUnavailable;
import dev.holdfast.web.CannotListen;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The daemon, until it is told to stop.
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs the daemon until it is told to stop.")
final class RunCommand implements Callable<Integer> {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration, a file or a folder of them (default: config/holdfast.yml).")
    private Path file = Wanted.USUAL;

    @Option(names = "--port", paramLabel = "N", description = "Listens at this port instead of the configured one.")
    private @Nullable Integer port;

    @Override
    public Integer call() throws InterruptedException {
        Logs.tellEverything();
        try (var holdfast = Holdfast.start(Wanted.accepted(load()), file, this::load)) {
            holdfast.untilStopped();
            return Exit.OK;
        } catch (StoreUnavailable | CannotListen mendable) {
            throw Refusal.usage(String.valueOf(mendable.getMessage()));
        }
    }

    private Loaded load() {
        var loaded = Config.load(file, Environment.system());
        return loaded instanceof Loaded.Good good && port != null
                ? good.with(good.settings().listeningAt(port))
                : loaded;
    }
}
