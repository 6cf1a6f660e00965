package dev.holdfast.cli;

import dev.holdfast.demo.Demo;
import dev.holdfast.web.CannotListen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The story of the mission, with everything on this machine.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays a failed migration, its fix and its regression on this machine, with the daemon, its page"
                + " and an alert receiver. Needs no input and no network.")
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "Where the page is served (default: 8080).")
    private int port = 8080;

    @Option(names = "--once", description = "Plays it once in fast motion; exits 0 if all was detected and delivered.")
    private boolean once;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        try {
            var asItShould = once ? Demo.once(out) : Demo.untilStopped(port, out);
            return asItShould ? Exit.OK : Exit.FAILURE;
        } catch (CannotListen taken) {
            throw Refusal.usage(String.valueOf(taken.getMessage()));
        }
    }
}
