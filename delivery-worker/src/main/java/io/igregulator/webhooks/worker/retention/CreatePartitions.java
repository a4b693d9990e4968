package io.igregulator.webhooks.worker.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** Sees to it that each day from yesterday to some days ahead has its partition, long before its first row comes. */
final class CreatePartitions implements RetentionStep {
    private final HistoryTable table;
    private final PartitionReader partitions;
    private final CreatePartition creation;
    private final RetentionLock lock;
    private final Duration ahead;
    private final InstantSource clock;

    CreatePartitions(
            HistoryTable table,
            PartitionReader partitions,
            CreatePartition creation,
            RetentionLock lock,
            Duration ahead,
            InstantSource clock) {
        this.table = table;
        this.partitions = partitions;
        this.creation = creation;
        this.lock = lock;
        this.ahead = ahead;
        this.clock = clock;
    }

    @Override
    public Progress run() {
        return days().filter(this::missing).map(this::create).reduce(Progress.DONE, Progress::and);
    }

    private Progress create(LocalDate day) {
        // Checked again, now that no other worker can create it.
        boolean mine = lock.run(() -> missing(day) && creation.create(table, day) ? 1 : 0)
                .isPresent();
        return mine ? Progress.DONE : Progress.BLOCKED;
    }

    private boolean missing(LocalDate day) {
        IdRange range = IdRange.of(day);
        return partitions.read(table).stream()
                .noneMatch(partition -> partition.range().overlaps(range));
    }

    private Stream<LocalDate> days() {
        Instant now = clock.instant();
        LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        return yesterday.datesUntil(
                LocalDate.ofInstant(now.plus(ahead), ZoneOffset.UTC).plusDays(1));
    }

    @Override
    public String toString() {
        return "create partitions of " + table.table();
    }
}
