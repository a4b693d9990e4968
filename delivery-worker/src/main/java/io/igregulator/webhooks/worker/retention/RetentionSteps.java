package io.igregulator.webhooks.worker.retention;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The steps of a round. */
final class RetentionSteps {
    // About a second's work, with indexes.
    private static final int MAX_MOVED = 50_000;

    private final JdbcClient jdbc;
    private final RetentionLock lock;
    private final RetentionProperties properties;
    private final InstantSource clock;

    RetentionSteps(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            RetentionProperties properties,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.lock = new RetentionLock(jdbc, transactions);
        this.properties = properties;
        this.clock = clock;
    }

    /** What keeps rows out of the default partitions comes first, what only frees space later. */
    List<RetentionStep> inOrder() {
        PartitionReader partitions = new PartitionReader(jdbc);
        CreatePartition creation = new CreatePartition(jdbc, MAX_MOVED);
        RowBatches batches = new RowBatches(lock, properties.batchSize());
        List<RetentionStep> steps = new ArrayList<>();
        for (HistoryTable table : HistoryTable.values()) {
            steps.add(new CreatePartitions(table, partitions, creation, lock, properties.ahead(), clock));
        }
        for (HistoryTable table : HistoryTable.values()) {
            steps.add(new DropPartitions(table, jdbc, lock, properties, clock));
            steps.add(new SweepDefault(table, jdbc, batches, properties.keep(), clock));
        }
        steps.add(new SweepFeed(jdbc, batches, properties.keep(), clock));
        steps.add(new SweepRecipientChanges(jdbc, batches, clock));
        steps.add(new SweepIdempotentAnswers(jdbc, batches, clock));
        steps.add(new RollUpFigures(jdbc, batches, clock));
        steps.add(new SweepFigures(jdbc, batches, properties.keep(), clock));
        steps.add(new RemoveDeletedHistory(jdbc, batches, properties.deletedGrace(), clock));
        return steps;
    }
}
