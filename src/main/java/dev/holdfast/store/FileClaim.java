package dev.holdfast.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second Holdfast off the same file. The operating system lets go of it when the process ends, however it
/// ends; the lock file itself stays, because removing it would let two processes lock two files of one name.
final class FileClaim implements AutoCloseable {
    private final FileChannel channel;

    private FileClaim(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws StoreUnavailable when another process has claimed `file`, or the folder cannot be written
    static FileClaim of(Path file) {
        var lock = Path.of(file + ".lock");
        try {
            var channel = FileChannel.open(
                    lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                var owner = owner(channel);
                channel.close();
                throw new StoreUnavailable(file + " is in use by another Holdfast" + owner
                        + ". Stop that one, or give this one its own store.url");
            }
            sign(channel);
            return new FileClaim(channel);
        } catch (IOException failure) {
            throw new StoreUnavailable(
                    "cannot write " + lock + ". Give the user that runs Holdfast the right to write in that folder, "
                            + "or change store.url",
                    failure);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(
                Long.toString(ProcessHandle.current().pid())));
    }

    private static String owner(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        var pid = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        return pid.isBlank() ? "" : " (process " + pid + ")";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The lock ends with the process at the latest.
        }
    }
}
