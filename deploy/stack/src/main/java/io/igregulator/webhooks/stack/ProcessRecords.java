package io.igregulator.webhooks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remembers on disk which processes belong to the stack, for the run after one that was killed. */
final class ProcessRecords {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final List<ProcessRecord> records = new ArrayList<>();

    ProcessRecords(DataFolder folder) {
        this.file = folder.file("processes.json");
    }

    synchronized void add(String name, ProcessHandle process) {
        long startedAt =
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        records.add(new ProcessRecord(name, process.pid(), startedAt));
        PrivateFile.write(file, JSON.writeValueAsBytes(records));
    }

    synchronized void clear() {
        records.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CommandFailure("Cannot delete " + file + ": " + Reason.of(e) + ".", e);
        }
    }

    /** Processes of an earlier run that still live, in the order they were started. */
    List<ProcessHandle> leftBehind() {
        return read().stream()
                .map(ProcessRecord::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<ProcessRecord> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<List<ProcessRecord>>() {});
        } catch (IOException | JacksonException e) {
            throw new CommandFailure(
                    "Cannot read " + file + ", which names the processes of an earlier run: see whether any still run,"
                            + " then delete it.",
                    e);
        }
    }
}
