package dev.holdfast.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/// File systems of a test's own, where the system lets it have them (root may, most others may not).
final class Mount implements AutoCloseable {
    private final Path folder;

    private Mount(Path folder) {
        this.folder = folder;
    }

    /// An empty file system of one MiB at `folder`.
    static Mount small(Path folder) throws IOException {
        need("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString());
        return new Mount(folder);
    }

    /// Whoever opens anything in `folder` from now on may only read it.
    static Mount readOnly(Path folder) throws IOException {
        need("mount", "--bind", folder.toString(), folder.toString());
        var mount = new Mount(folder);
        try {
            need("mount", "-o", "remount,bind,ro", folder.toString());
            return mount;
        } catch (TestAbortedException notHere) {
            mount.close();
            throw notHere;
        }
    }

    private static void need(String... command) throws IOException {
        assumeTrue(run(command), () -> "needs the right to " + String.join(" ", command));
    }

    private static boolean run(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", folder.toString());
    }
}
