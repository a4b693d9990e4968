package io.igregulator.webhooks.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A broker or service; each of its lives has a log of its own. */
final class ChildPart implements Part {
    /** The services finish what is in flight within 20 s, and may have a cache to write. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Path logs;
    private volatile List<String> command;
    private final Map<String, String> environment;
    private final BooleanSupplier answers;
    private final ProcessRecords records;
    private final Consumer<CommandFailure> onUnexpectedEnd;
    private volatile @Nullable ChildProcess process;
    private int lives;
    private boolean retired;

    /**
     * @param answers whether it serves, asked only while it runs
     * @param onUnexpectedEnd is called when it ends and was not asked to
     */
    ChildPart(
            String name,
            Path logs,
            List<String> command,
            Map<String, String> environment,
            BooleanSupplier answers,
            ProcessRecords records,
            Consumer<CommandFailure> onUnexpectedEnd) {
        this.name = name;
        this.logs = logs;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.answers = answers;
        this.records = records;
        this.onUnexpectedEnd = onUnexpectedEnd;
    }

    /** From its next start on. */
    void becomes(List<String> another) {
        command = List.copyOf(another);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void start() {
        if (retired) {
            throw new CommandFailure("Stopped.");
        }
        if (running()) {
            return;
        }
        lives++;
        var started = ChildProcess.start(name, log(), command, environment);
        process = started;
        records.add(name, started.handle());
        var _ = started.onUnexpectedEnd().thenAccept(onUnexpectedEnd);
    }

    @Override
    public synchronized Path log() {
        return logs.resolve(lives <= 1 ? name + ".log" : name + "." + lives + ".log");
    }

    @Override
    public long pid() {
        var current = process;
        if (current == null) {
            throw new IllegalStateException("not started");
        }
        return current.handle().pid();
    }

    @Override
    public boolean running() {
        var current = process;
        return current != null && current.handle().isAlive();
    }

    @Override
    public boolean ready() {
        return running() && answers.getAsBoolean();
    }

    @Override
    public void kill() {
        var current = process;
        if (current != null) {
            current.kill();
            current.awaitStop(PATIENCE);
        }
    }

    @Override
    public void stop() {
        var current = process;
        if (current != null) {
            current.askToStop();
            current.awaitStop(PATIENCE);
        }
    }

    @Override
    public void freeze() {
        signal(Signal.STOP);
    }

    @Override
    public void thaw() {
        signal(Signal.CONT);
    }

    @Override
    public synchronized void retire() {
        retired = true;
        thaw();
        stop();
    }

    private void signal(Signal signal) {
        var current = process;
        if (current != null && current.handle().isAlive()) {
            signal.to(current.handle().pid());
        }
    }
}
