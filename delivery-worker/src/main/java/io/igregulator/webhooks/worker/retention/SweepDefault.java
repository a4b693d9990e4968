package io.igregulator.webhooks.worker.retention;

import io.igregulator.webhooks.sql.SqlTime;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Removes what is old from a default partition, which cannot be dropped. Its rows' ids hold absurd times, so here our own
 * clock counts: a row stays as long after it was written as others stay after their event.
 */
final class SweepDefault implements RetentionStep {
    private final HistoryTable table;
    private final JdbcClient jdbc;
    private final RowBatches batches;
    private final Duration keep;
    private final InstantSource clock;

    SweepDefault(HistoryTable table, JdbcClient jdbc, RowBatches batches, Duration keep, InstantSource clock) {
        this.table = table;
        this.jdbc = jdbc;
        this.batches = batches;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Progress run() {
        return batches.run(this::removeOld);
    }

    private int removeOld(int limit) {
        return jdbc.sql("""
                        DELETE FROM %1$s
                        WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$s < ? LIMIT ?))
                        """.formatted(table.defaultPartition(), table.writtenAt()))
                .param(SqlTime.of(clock.instant().minus(keep)))
                .param(limit)
                .update();
    }

    @Override
    public String toString() {
        return "sweep " + table.defaultPartition();
    }
}
