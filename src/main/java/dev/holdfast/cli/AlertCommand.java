package dev.holdfast.cli;

import dev.holdfast.alert.Channels;
import dev.holdfast.alert.Delivery;
import dev.holdfast.config.Settings;
import dev.holdfast.incident.Notice;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tries a channel.
@Command(name = "alert", mixinStandardHelpOptions = true, description = "Tries a channel: alert test CHANNEL.")
final class AlertCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: alert test CHANNEL");
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Sends one test notification and prints the answer.")
    int test(
            @Parameters(paramLabel = "CHANNEL", description = "The name of a channel of the configuration.")
                    String name,
            @Option(
                            names = {"-c", "--config"},
                            paramLabel = "FILE",
                            defaultValue = "config/holdfast.yml")
                    Path file) {
        var settings = Wanted.settings(file);
        try (var channels = new Channels(InstantSource.system(), settings.web().externalUrl())) {
            var channel = channels.open(settings.channels()).get(name);
            if (channel == null) {
                throw Refusal.usage("There is no channel \"" + name + "\". " + known(settings));
            }
            return report(name, channel.deliver(Notice.test(name, Instant.now())));
        }
    }

    private static String known(Settings settings) {
        var names = settings.channels().keySet().stream().sorted().toList();
        return names.isEmpty()
                ? "There are none: add it under \"channels\"."
                : "The channels are: " + String.join(", ", names);
    }

    private int report(String name, Delivery delivery) {
        var told = switch (delivery) {
            case Delivery.Sent(var answer) -> name + " took it: " + answer;
            case Delivery.TryLater later -> name + " could not take it now: " + later.reason();
            case Delivery.GaveUp(var reason) -> name + " refused it: " + reason;
        };
        spec.commandLine().getOut().println(told);
        spec.commandLine().getOut().flush();
        return delivery instanceof Delivery.Sent ? Exit.OK : Exit.FAILURE;
    }
}
