package io.igregulator.webhooks.benchmark.process;

import io.igregulator.webhooks.stack.CommandFailure;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of ours that is spoken to over its standard input and output; it ends when its input does, so with us. */
public final class Companion implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private Companion(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** @param logs the folder that takes what it says on standard error */
    public static Companion start(String name, Path logs, List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(logs.resolve(name + ".log").toFile())
                    .start();
            return new Companion(name, process);
        } catch (IOException e) {
            throw new CommandFailure("The " + name + " cannot be started.", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public String ask(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
        } catch (IOException e) {
            throw new CommandFailure("The " + name + " has ended.", e);
        }
        return readLine();
    }

    public String readLine() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new CommandFailure("The " + name + " has ended.");
            }
            return line;
        } catch (IOException e) {
            throw new CommandFailure("The " + name + " does not answer.", e);
        }
    }

    @Override
    public void close() {
        try {
            questions.close();
        } catch (IOException e) {
            // It has ended already.
            process.destroy();
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
