package io.igregulator.webhooks.worker.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drops partitions whose whole range is old: a file is unlinked, no row is touched. */
final class DropPartitions implements RetentionStep {
    private static final Logger log = LoggerFactory.getLogger(DropPartitions.class);

    private final HistoryTable table;
    private final JdbcClient jdbc;
    private final PartitionReader partitions;
    private final RetentionLock lock;
    private final RetentionProperties properties;
    private final InstantSource clock;

    DropPartitions(
            HistoryTable table,
            JdbcClient jdbc,
            RetentionLock lock,
            RetentionProperties properties,
            InstantSource clock) {
        this.table = table;
        this.jdbc = jdbc;
        this.partitions = new PartitionReader(jdbc);
        this.lock = lock;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Progress run() {
        Instant end = clock.instant().minus(properties.keep());
        List<Partition> old = partitions.read(table).stream()
                .filter(partition -> !partition.range().to().isAfter(end))
                .filter(partition -> !needed(partition, end))
                .toList();
        return old.stream().map(this::drop).reduce(Progress.DONE, Progress::and);
    }

    /** A waiting delivery reads its body when it is due; its id lies in the same range as its event's. */
    private boolean needed(Partition partition, Instant end) {
        return table == HistoryTable.EVENT
                && partition.range().to().isAfter(end.minus(properties.waitingKeep()))
                && jdbc.sql("SELECT EXISTS (SELECT FROM waiting_delivery WHERE delivery_id >= ? AND delivery_id < ?)")
                        .param(partition.range().lower())
                        .param(partition.range().upper())
                        .query(Boolean.class)
                        .single();
    }

    private Progress drop(Partition partition) {
        // Not DETACH CONCURRENTLY, which PostgreSQL refuses where there is a default partition.
        OptionalInt dropped = lock.run(() -> jdbc.sql("SELECT count(drop_history_partition(?))")
                .param(partition.name())
                .query(Integer.class)
                .single());
        if (dropped.isEmpty()) {
            return Progress.BLOCKED;
        }
        log.info("dropped partition {}", partition.name());
        return Progress.DONE;
    }

    @Override
    public String toString() {
        return "drop partitions of " + table.table();
    }
}
