package io.igregulator.webhooks.local.stack;

import io.igregulator.webhooks.embedded.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The processes that run, and the one place that starts and stops them: a stop that comes in the middle of a start waits
 * for the step under way, stops what is there, and lets nothing start after it.
 */
final class StackParts implements AutoCloseable {
    /** The services finish what is in flight within 20 s, and may have a cache to write. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String POSTGRES = "postgres";

    private final ProcessRecords records;
    private final List<ChildProcess> children = new ArrayList<>();
    private final Map<String, Long> processes = new LinkedHashMap<>();
    private final CompletableFuture<LocalFailure> failure = new CompletableFuture<>();
    private @Nullable PostgresServer postgres;
    private boolean stopped;

    StackParts(ProcessRecords records) {
        this.records = records;
    }

    synchronized ChildProcess startChild(String name, Path log, List<String> command, Map<String, String> environment) {
        requireRunning();
        var child = ChildProcess.start(name, log, command, environment);
        children.add(child);
        remember(name, child.handle());
        var _ = child.onExit().thenAccept(this::ended);
        return child;
    }

    synchronized PostgresServer startPostgres(PostgresServer.Options options, Path log) {
        requireRunning();
        var started = PostgresServer.start(options);
        postgres = started;
        ProcessHandle.of(started.pid()).ifPresent(postmaster -> {
            remember(POSTGRES, postmaster);
            var _ = postmaster.onExit().thenAccept(_ -> postgresEnded(log));
        });
        return started;
    }

    private void remember(String name, ProcessHandle process) {
        processes.put(name, process.pid());
        records.add(name, process);
    }

    private void requireRunning() {
        if (stopped) {
            throw new LocalFailure("Stopped.");
        }
    }

    private synchronized void ended(ChildProcess child) {
        if (!stopped) {
            failure.complete(child.explainExit());
        }
    }

    private synchronized void postgresEnded(Path log) {
        if (!stopped) {
            failure.complete(LogTail.explain(POSTGRES, "ended", log));
        }
    }

    CompletableFuture<LocalFailure> failure() {
        return failure;
    }

    synchronized Map<String, Long> processes() {
        return new LinkedHashMap<>(processes);
    }

    synchronized Map<String, Path> logs() {
        var logs = new LinkedHashMap<String, Path>();
        children.forEach(child -> logs.put(child.name(), child.log()));
        return logs;
    }

    /** Services first, then Kafka, then PostgreSQL: each finds what it needs to leave in order. */
    @Override
    public synchronized void close() {
        if (stopped) {
            return;
        }
        stopped = true;
        for (ChildProcess child : children.reversed()) {
            child.askToStop();
            child.awaitStop(PATIENCE);
        }
        if (postgres != null) {
            postgres.close();
        }
        records.clear();
    }
}
