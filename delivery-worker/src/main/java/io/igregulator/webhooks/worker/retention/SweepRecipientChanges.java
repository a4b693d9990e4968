package io.igregulator.webhooks.worker.retention;

import io.igregulator.webhooks.sql.SqlTime;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes the marks of changes that every worker has noticed: fan-out remembers recipients for a minute at most. */
final class SweepRecipientChanges implements RetentionStep {
    // Counted from the beginning of the change's transaction, which may have been a long one.
    private static final Duration NOTICED = Duration.ofDays(1);
    private static final String REMOVE = """
            DELETE FROM recipient_change
            WHERE tx = ANY (ARRAY(SELECT tx FROM recipient_change WHERE changed_at < ? ORDER BY tx LIMIT ?))
            """;

    private final JdbcClient jdbc;
    private final RowBatches batches;
    private final InstantSource clock;

    SweepRecipientChanges(JdbcClient jdbc, RowBatches batches, InstantSource clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Progress run() {
        return batches.run(this::remove);
    }

    private int remove(int limit) {
        return jdbc.sql(REMOVE)
                .param(SqlTime.of(clock.instant().minus(NOTICED)))
                .param(limit)
                .update();
    }

    @Override
    public String toString() {
        return "sweep changes of recipients";
    }
}
