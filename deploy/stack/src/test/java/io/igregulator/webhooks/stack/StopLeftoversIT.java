package io.igregulator.webhooks.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopLeftoversIT {
    @TempDir
    Path parent;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8));
    private final Process process;

    StopLeftoversIT() throws Exception {
        process = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void end() throws Exception {
        process.destroyForcibly().waitFor();
    }

    @Test
    void stopsAProcessOfAnEarlierRun() throws Exception {
        try (var folder = DataFolder.open(parent.resolve("data"))) {
            new ProcessRecords(folder).add("worker", process.toHandle());

            StopLeftovers.of(folder, console);

            // It has ended, but this process, its parent, takes note of that a moment later.
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains("left behind: 1 process.");
            assertThat(folder.file("processes.json")).doesNotExist();
        }
    }

    @Test
    void leavesAnotherProcessThatGotTheSameIdLater() throws Exception {
        try (var folder = DataFolder.open(parent.resolve("data"))) {
            long before = process.info().startInstant().orElseThrow().toEpochMilli() - 60_000;
            Files.writeString(
                    folder.file("processes.json"),
                    "[{\"name\": \"worker\", \"pid\": " + process.pid() + ", \"startedAtMillis\": " + before + "}]");

            StopLeftovers.of(folder, console);

            assertThat(process.isAlive()).isTrue();
            assertThat(printed.size()).isZero();
        }
    }
}
