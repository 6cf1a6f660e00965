package dev.holdfast.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// The file a SQLite database lives in.
record SqliteFile(Path path) {

    /// @throws StoreUnavailable when `url` names no file
    static SqliteFile of(String url) {
        var name = url.substring(Sqlite.SCHEME.length()).split("\\?", 2)[0];
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:")) {
            throw new StoreUnavailable(
                    "store.url " + url + " names no file; write a path, such as jdbc:sqlite:data/holdfast.db");
        }
        return new SqliteFile(Path.of(name));
    }

    /// Makes the folder.
    ///
    /// @throws StoreUnavailable when it cannot be made, or something unfit is in the place of the file
    void prepare() {
        var folder = path.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException inTheWay) {
            throw new StoreUnavailable(
                    "cannot make the folder " + folder + " for the store: " + inTheWay.getMessage()
                            + " is a file. Remove it or change store.url",
                    inTheWay);
        } catch (IOException failure) {
            throw new StoreUnavailable(
                    "cannot make the folder " + folder + " for the store. Make it and give the user that runs Holdfast "
                            + "the right to write there, or change store.url",
                    failure);
        }
        if (Files.exists(path) && !isFit()) {
            throw new StoreUnavailable(path + " is not a file that can be read and written. Give the user that runs "
                    + "Holdfast the right to do that, or change store.url");
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    boolean hasFolder() {
        return Files.isDirectory(path.toAbsolutePath().resolveSibling(""));
    }

    private boolean isFit() {
        return Files.isRegularFile(path) && Files.isReadable(path) && Files.isWritable(path);
    }

    /// Makes it when there is none.
    ///
    /// @throws StoreUnavailable when it cannot be made
    void make() {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException usual) {
            // It remembers something.
        } catch (IOException failure) {
            throw new StoreUnavailable(
                    "cannot make " + path + ". Give the user that runs Holdfast the right to write in that folder, or "
                            + "change store.url",
                    failure);
        }
    }

    /// What tells it from another file of its name, null where the file system cannot.
    ///
    /// @throws StoreUnavailable when it is gone
    @Nullable
    Object identity() {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException gone) {
            throw new StoreUnavailable(path + " is gone. A new one is made as soon as its folder is there", gone);
        }
    }

    /// @throws StoreUnavailable when it cannot be read
    FileChannel open() {
        try {
            return FileChannel.open(path);
        } catch (IOException failure) {
            throw new StoreUnavailable("cannot read " + path, failure);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
