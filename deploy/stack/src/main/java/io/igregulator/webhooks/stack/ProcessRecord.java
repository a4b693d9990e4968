package io.igregulator.webhooks.stack;

import java.time.Duration;
import java.util.Optional;

/** A process by id and start time, since ids are used again. */
record ProcessRecord(String name, long pid, long startedAtMillis) {
    /** Start times are computed from the boot time, which moves when the clock is set. */
    private static final long TOLERANCE_MILLIS = Duration.ofSeconds(2).toMillis();

    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessRecord::runs).filter(this::startedThen);
    }

    /** Not so a process that ended but that its parent has not taken note of, as happens in containers: it has no command. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .filter(start -> Math.abs(start.toEpochMilli() - startedAtMillis) <= TOLERANCE_MILLIS)
                .isPresent();
    }
}
