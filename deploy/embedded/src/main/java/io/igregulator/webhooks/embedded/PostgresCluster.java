package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One directory with a cluster's data, settings and log, and the pg_ctl that starts and stops it. */
record PostgresCluster(Path binaries, Path directory) {

    private static final Duration CHILDREN_GONE_WITHIN = Duration.ofSeconds(15);

    PostmasterFile.Running start(int port, Map<String, String> settings) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new StartFailedException("PostgreSQL cannot start: " + directory + " is not a directory.");
        }
        try {
            var running = PostmasterFile.in(data()).running();
            return running.isPresent() ? takeOver(running.get(), port) : startStopped(port, settings);
        } catch (IOException | UncheckedIOException e) {
            throw PostgresFailure.explain(String.valueOf(e), directory, port);
        }
    }

    void stop() {
        if (PostmasterFile.in(data()).running().isPresent()) {
            var result = pgCtl("stop", "-m", "fast", "-w", "-t", "60");
            if (!result.successful() && PostmasterFile.in(data()).running().isPresent()) {
                throw new IllegalStateException(
                        "PostgreSQL did not stop: " + result.output().strip());
            }
        }
    }

    List<String> stopCommand(String mode) {
        return PostgresCommand.line(binaries, "pg_ctl", "-D", data().toString(), "stop", "-m", mode, "-w");
    }

    private PostmasterFile.Running takeOver(PostmasterFile.Running running, int port) {
        if (port != 0 && port != running.port()) {
            throw new StartFailedException("PostgreSQL (pid " + running.pid() + ") already serves " + directory
                    + " on port " + running.port() + ", not on " + port + ".");
        }
        return running;
    }

    private PostmasterFile.Running startStopped(int wantedPort, Map<String, String> settings) throws IOException {
        int port = LoopbackPort.choose(wantedPort, "PostgreSQL");
        initialiseUnlessDone(port);
        PostgresSettings.write(directory.resolve("settings.conf"), port, settings);
        startPostmaster(port);
        return PostmasterFile.in(data())
                .running()
                .orElseThrow(
                        () -> new StartFailedException("PostgreSQL started on " + directory + " and ended at once."));
    }

    private void initialiseUnlessDone(int port) throws IOException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        Files.createDirectories(directory);
        // A half-made cluster looks like a whole one: it gets its name only when it is complete.
        Path unfinished = directory.resolve("data.unfinished");
        TemporaryDirectory.delete(unfinished);
        var result = PostgresCommand.run(
                binaries,
                "initdb",
                "-D",
                unfinished.toString(),
                "-U",
                PostgresServer.USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (!result.successful()) {
            throw PostgresFailure.explain(result.output(), directory, port);
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"), "include '../settings.conf'\n", StandardOpenOption.APPEND);
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void startPostmaster(int port) throws IOException {
        long deadline = System.nanoTime() + CHILDREN_GONE_WITHIN.toNanos();
        PostmasterFile.in(data()).forgetDeadPostmaster();
        while (true) {
            Files.deleteIfExists(log());
            var result = pgCtl("start", "-w", "-t", "120", "-l", log().toString());
            if (result.successful()) {
                return;
            }
            String output = result.output() + (Files.exists(log()) ? Files.readString(log()) : "");
            if (!PostgresFailure.childrenStillRunning(output) || System.nanoTime() > deadline) {
                throw PostgresFailure.explain(output, directory, port);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private PostgresCommand.Result pgCtl(String action, String... options) {
        var arguments = new ArrayList<>(List.of("-D", data().toString(), action));
        arguments.addAll(List.of(options));
        return PostgresCommand.run(binaries, "pg_ctl", arguments.toArray(String[]::new));
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path log() {
        return directory.resolve("postgres.log");
    }
}
