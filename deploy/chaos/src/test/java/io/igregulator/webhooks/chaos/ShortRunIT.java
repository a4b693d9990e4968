package io.igregulator.webhooks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The packaged command with few events and few faults. */
class ShortRunIT {
    private static final Path MODULE = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void losesNothingAndSendsNothingWrongWhileProcessesDie() throws Exception {
        Path printed = folder.resolve("printed");
        Path json = folder.resolve("out.json");
        var run = new ProcessBuilder(command(json))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(run.waitFor(6, TimeUnit.MINUTES)).isTrue();
            assertThat(run.exitValue()).as(Files.readString(printed)).isZero();
            var outcome = JsonMapper.shared().readTree(Files.readAllBytes(json));
            assertThat(outcome.required("lost").asInt()).isZero();
            assertThat(outcome.required("faults").asInt()).isGreaterThanOrEqualTo(6);
            assertThat(outcome.required("received").asLong())
                    .isGreaterThanOrEqualTo(outcome.required("expected").asLong())
                    .isGreaterThan(2_000);
        } finally {
            run.destroy();
            run.waitFor(1, TimeUnit.MINUTES);
        }
    }

    private static List<String> command(Path json) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dwebhooks.project=" + MODULE.resolve("../.."),
                "-jar",
                jar().toString(),
                "--seed=7",
                "--events=2000",
                "--endpoints=20",
                "--faults=6",
                "--minutes=0.8",
                "--json=" + json);
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(MODULE.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
