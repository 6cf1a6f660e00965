package dev.holdfast.crash;

import dev.holdfast.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// The command that runs Holdfast as it was just compiled.
///
/// @param options of the virtual machine
/// @param classes its class path
record Program(List<String> options, List<String> classes) {
    private static final List<String> USUAL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1", // most runs end before anything is worth more
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED");

    /// The classes of the test that asks.
    static Program compiled() {
        return new Program(USUAL, List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)));
    }

    /// The same, with all classes in jars: only those can be kept in a cache.
    Program packed(Path folder) throws IOException {
        var jar = folder.resolve("holdfast.jar");
        var command = new ArrayList<>(List.of("--create", "--file", jar.toString()));
        var packed = new ArrayList<>(List.of(jar.toString()));
        for (var entry : classes) {
            if (!Files.isDirectory(Path.of(entry))) {
                packed.add(entry);
            } else if (Files.exists(Path.of(entry, Main.class.getName().replace('.', '/') + ".class"))) {
                command.addAll(List.of("-C", entry, "."));
            }
        }
        ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, command.toArray(String[]::new));
        return new Program(options, packed);
    }

    Program with(String... more) {
        return new Program(Stream.concat(options.stream(), Stream.of(more)).toList(), classes);
    }

    List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classes), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
