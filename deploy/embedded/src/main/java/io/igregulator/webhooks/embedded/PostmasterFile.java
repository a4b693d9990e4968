package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code postmaster.pid} by which a data directory names the process that serves it. */
record PostmasterFile(Path file) {

    // Above any Linux pid_max, so no process has it.
    private static final String NO_PROCESS = "4194305";

    record Running(long pid, int port) {}

    static PostmasterFile in(Path data) {
        return new PostmasterFile(data.resolve("postmaster.pid"));
    }

    Optional<Running> running() {
        List<String> lines = lines();
        if (lines.size() < 4) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        return isPostgres(pid)
                ? Optional.of(new Running(pid, Integer.parseInt(lines.get(3).strip())))
                : Optional.empty();
    }

    /**
     * Lets a new postmaster start although the dead one's pid now belongs to something else, or to a zombie. Only the pid
     * is replaced: PostgreSQL then checks by the shared memory named in the file that no child is left.
     */
    void forgetDeadPostmaster() {
        var lines = new ArrayList<>(lines());
        if (lines.isEmpty() || running().isPresent()) {
            return;
        }
        lines.set(0, NO_PROCESS);
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}
