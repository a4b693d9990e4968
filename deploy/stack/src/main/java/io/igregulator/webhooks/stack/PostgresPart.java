package io.igregulator.webhooks.stack;

import io.igregulator.webhooks.embedded.Failover;
import io.igregulator.webhooks.embedded.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** PostgreSQL; its processes are its own postmaster's children. */
final class PostgresPart implements Part {
    static final String NAME = "postgres";

    private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

    private final PostgresServer.Options options;
    private final Path log;
    private final ProcessRecords records;
    private final Consumer<CommandFailure> onUnexpectedEnd;
    private volatile @Nullable PostgresServer server;
    private volatile boolean asked;
    private boolean retired;

    /** @param onUnexpectedEnd is called when it ends and was not asked to */
    PostgresPart(
            PostgresServer.Options options,
            Path log,
            ProcessRecords records,
            Consumer<CommandFailure> onUnexpectedEnd) {
        this.options = options;
        this.log = log;
        this.records = records;
        this.onUnexpectedEnd = onUnexpectedEnd;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized void start() {
        if (retired) {
            throw new CommandFailure("Stopped.");
        }
        var started = PostgresServer.start(options);
        server = started;
        asked = false;
        ProcessHandle.of(started.pid()).ifPresent(this::watch);
    }

    private void watch(ProcessHandle postmaster) {
        records.add(NAME, postmaster);
        var _ = postmaster.onExit().thenAccept(_ -> {
            if (!asked) {
                onUnexpectedEnd.accept(explain("ended"));
            }
        });
    }

    @Override
    public Path log() {
        return log;
    }

    void createDatabase(String name) {
        requireServer().createDatabase(name);
    }

    Failover failover() {
        return new Failover(requireServer());
    }

    private PostgresServer requireServer() {
        var current = server;
        if (current == null) {
            throw new IllegalStateException("not started");
        }
        return current;
    }

    @Override
    public long pid() {
        return requireServer().pid();
    }

    @Override
    public boolean running() {
        var current = server;
        // Its parent may not wait for a dead postmaster, and what is left of it then has no command.
        return current != null
                && ProcessHandle.of(current.pid())
                        .filter(ProcessHandle::isAlive)
                        .flatMap(postmaster -> postmaster.info().command())
                        .isPresent();
    }

    @Override
    public boolean ready() {
        if (!running()) {
            return false;
        }
        try (var connection = requireServer().connect(PostgresServer.USER)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void kill() {
        var postmaster = ProcessHandle.of(requireServer().pid()).orElse(null);
        if (postmaster == null) {
            return;
        }
        asked = true;
        postmaster.destroyForcibly();
        try {
            postmaster.onExit().get(GONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CommandFailure("PostgreSQL does not end.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var current = server;
        if (current != null) {
            asked = true;
            current.close();
        }
    }

    @Override
    public void freeze() {
        Signal.STOP.to(requireServer().pid());
    }

    @Override
    public void thaw() {
        Signal.CONT.to(requireServer().pid());
    }

    @Override
    public synchronized void retire() {
        retired = true;
        if (running()) {
            thaw();
        }
        stop();
    }
}
