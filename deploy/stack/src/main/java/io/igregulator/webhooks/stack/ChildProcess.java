package io.igregulator.webhooks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One part of the stack as a process of its own, its output in a log file. */
final class ChildProcess {
    private final String name;
    private final Path log;
    private final Process process;
    private volatile boolean asked;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    static ChildProcess start(String name, Path log, List<String> command, Map<String, String> environment) {
        try {
            if (Files.exists(log)) {
                Files.move(log, Path.of(log + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            return new ChildProcess(name, log, process);
        } catch (IOException e) {
            throw new CommandFailure(name + " cannot be started: " + Reason.of(e) + ".", e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Completes when it has ended and was neither asked to stop nor killed; never otherwise. */
    CompletableFuture<CommandFailure> onUnexpectedEnd() {
        var end = new CompletableFuture<CommandFailure>();
        var _ = process.onExit().thenAccept(ended -> {
            if (!asked) {
                end.complete(LogTail.explain(name, "ended with code " + ended.exitValue(), log));
            }
        });
        return end;
    }

    /** Asks it to stop; {@link #awaitStop} sees to it. */
    void askToStop() {
        asked = true;
        process.destroy();
    }

    void kill() {
        asked = true;
        process.destroyForcibly();
    }

    void awaitStop(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
