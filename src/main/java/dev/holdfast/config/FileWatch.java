package dev.holdfast.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// Notices that the files of a configuration changed.
///
/// It reads them once a second: a mounted folder whose links are switched, an editor that writes a new file and a
/// network drive are all the same to it. A change counts once two readings in a row agree, so that a file which is
/// still being written is not taken for the new one.
public final class FileWatch implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Path start;
    private final Runnable onChange;
    private final CountDownLatch closed = new CountDownLatch(1);
    private String inForce;
    private String lastSeen;

    private FileWatch(Path start, Runnable onChange) {
        this.start = start;
        this.onChange = onChange;
        this.inForce = content().orElse("");
        this.lastSeen = inForce;
    }

    /// Calls `onChange` whenever the content of the file, or of the folder's files, is another one than before.
    public static FileWatch start(Path start, Runnable onChange) {
        var watch = new FileWatch(start, onChange);
        Thread.ofPlatform().daemon().name("configuration-watch").start(watch::run);
        return watch;
    }

    private void run() {
        try {
            while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                content().ifPresent(this::seen);
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void seen(String now) {
        var isSettled = now.equals(lastSeen);
        lastSeen = now;
        if (isSettled && !now.equals(inForce)) {
            inForce = now;
            call();
        }
    }

    private void call() {
        try {
            onChange.run();
        } catch (RuntimeException failed) {
            LoggerFactory.getLogger(FileWatch.class).error("the reload failed inside Holdfast", failed);
        }
    }

    /// A digest of all files; empty while they cannot be read, as in the middle of being replaced.
    private Optional<String> content() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files()) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException unreadable) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private Collection<Path> files() throws IOException {
        if (!Files.isDirectory(start)) {
            return List.of(start);
        }
        try (Stream<Path> entries = Files.list(start)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
