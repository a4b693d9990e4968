package io.igregulator.webhooks.local.stack;

import io.igregulator.webhooks.embedded.Failover;
import io.igregulator.webhooks.embedded.PostgresServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL; its processes are its own postmaster's children. */
final class PostgresPart implements Part {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

    private final PostgresServer.Options options;
    private final ProcessRecords records;
    private volatile @Nullable PostgresServer server;
    private boolean retired;

    PostgresPart(PostgresServer.Options options, ProcessRecords records) {
        this.options = options;
        this.records = records;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public synchronized void start() {
        if (retired) {
            throw new LocalFailure("Stopped.");
        }
        var started = PostgresServer.start(options);
        server = started;
        ProcessHandle.of(started.pid()).ifPresent(postmaster -> records.add(name(), postmaster));
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
        // Nobody may wait for a dead postmaster, and what is left of it then has no command any more.
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
        postmaster.destroyForcibly();
        try {
            postmaster.onExit().get(GONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalFailure("PostgreSQL does not end.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var current = server;
        if (current != null) {
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
