package io.igregulator.webhooks.worker.retention;

import io.igregulator.webhooks.sql.SqlTime;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes the answers to requests that are no longer recognised when they are repeated. */
final class SweepIdempotentAnswers implements RetentionStep {
    private static final String REMOVE_EXPIRED = """
            DELETE FROM idempotent_answer
            WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM idempotent_answer WHERE expires_at <= ? ORDER BY expires_at LIMIT ?))
            """;

    private final JdbcClient jdbc;
    private final RowBatches batches;
    private final InstantSource clock;

    SweepIdempotentAnswers(JdbcClient jdbc, RowBatches batches, InstantSource clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Progress run() {
        return batches.run(this::removeExpired);
    }

    private int removeExpired(int limit) {
        return jdbc.sql(REMOVE_EXPIRED)
                .param(SqlTime.of(clock.instant()))
                .param(limit)
                .update();
    }

    @Override
    public String toString() {
        return "sweep answers to repeatable requests";
    }
}
