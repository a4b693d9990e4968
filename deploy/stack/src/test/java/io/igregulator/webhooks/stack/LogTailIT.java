package io.igregulator.webhooks.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailIT {
    @TempDir
    Path folder;

    @Test
    void showsTheLastLinesWithoutStackFrames() throws Exception {
        Path log = folder.resolve("worker.log");
        Files.writeString(
                log, "early\n".repeat(50) + "boom" + "!".repeat(300) + "\n\tat some.Frame(Frame.java:1)\nlast\n");

        assertThat(LogTail.explain("worker", "ended with code 1", log).getMessage())
                .startsWith("worker ended with code 1; the end of " + log + ":\n")
                .endsWith("!…\n  | last")
                .doesNotContain("some.Frame")
                .hasLineCount(16);
    }

    @Test
    void saysPlainlyThatTheDiskIsFull() throws Exception {
        Path log = folder.resolve("kafka.log");
        Files.writeString(log, "java.io.IOException: No space left on device\nmore\n");

        assertThat(LogTail.explain("kafka", "ended with code 1", log))
                .hasMessage("kafka ended with code 1: the disk of " + log + " is full.");
    }
}
