package dev.holdfast.cli;

import dev.holdfast.config.Config;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Looks at a configuration.
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Checks a configuration, prints its JSON Schema, or shows it as it takes effect.")
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: config check, config schema or config show");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Validates: every error at once, each with file, line, path and remedy.")
    int check(
            @Option(
                            names = {"-c", "--config"},
                            paramLabel = "FILE",
                            defaultValue = "config/holdfast.yml")
                    Path file) {
        var good = Wanted.good(file);
        var settings = good.settings();
        good.warnings().forEach(doubt -> spec.commandLine().getErr().println("warning: " + doubt));
        spec.commandLine().getErr().flush();
        return print(file + " is right: " + settings.monitors().size() + " monitors, "
                + settings.channels().size() + " channels");
    }

    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Prints the JSON Schema of the configuration, for editors.")
    int schema() {
        return print(Config.schema());
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints the configuration as it takes effect, secrets masked.")
    int show(
            @Option(
                            names = {"-c", "--config"},
                            paramLabel = "FILE",
                            defaultValue = "config/holdfast.yml")
                    Path file) {
        return print(Wanted.good(file).effective().yaml());
    }

    private int print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text.stripTrailing());
        out.flush();
        return Exit.OK;
    }
}
