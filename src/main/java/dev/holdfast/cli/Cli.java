package dev.holdfast.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line. Exit codes: 0 as expected, 1 at least one failure, 2 wrong usage or configuration, 3 could not
/// judge.
@Command(
        name = "holdfast",
        description =
                "Watches the endpoints you fixed and tells on-call, with the reason, the moment one breaks again.",
        versionProvider = Cli.Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            ClassifyCommand.class,
            ConfigCommand.class,
            AlertCommand.class,
            StatusCommand.class,
            IncidentsCommand.class,
            AckCommand.class,
            SilenceCommand.class,
            DeploymentCommand.class
        })
public final class Cli implements Runnable {
    @Spec
    private CommandSpec spec;

    /// Runs the command that `args` name.
    ///
    /// @return the exit code
    public static int run(String... args) {
        return new CommandLine(new Cli())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(
                        failed -> failed instanceof ParameterException ? Exit.USAGE : Exit.COULD_NOT_JUDGE)
                .setExecutionExceptionHandler((failed, command, _) -> explain(failed, command))
                .execute(args);
    }

    /// A trouble the user can mend is told in one message; a fault of ours keeps its stack trace.
    private static int explain(Exception failed, CommandLine command) throws Exception {
        if (failed instanceof Refusal refusal) {
            complain(command.getErr(), refusal.told());
            return refusal.exitCode();
        }
        throw failed;
    }

    private static void complain(PrintWriter err, String message) {
        err.println(message);
        err.flush();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command. To see it work: ./holdfast demo");
    }

    /// Prints the version that runs.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"holdfast " + dev.holdfast.daemon.Version.NUMBER};
        }
    }
}
