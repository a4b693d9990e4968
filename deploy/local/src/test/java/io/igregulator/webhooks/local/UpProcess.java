package io.igregulator.webhooks.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The packaged command as a process, its output in a file. */
record UpProcess(Process process, Path output) {
    private static final Path MODULE = Path.of("").toAbsolutePath();

    static UpProcess start(Path output, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dwebhooks.project=" + MODULE.resolve("../.."),
                "-jar",
                jar().toString()));
        command.addAll(List.of(arguments));
        return new UpProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    String printed() throws IOException {
        return Files.readString(output);
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(MODULE.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
