package io.igregulator.webhooks.worker.retention;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes the answers to requests that are no longer recognised when they are repeated. */
final class SweepIdempotentAnswers implements RetentionStep {
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
        return jdbc.sql("""
                        DELETE FROM idempotent_answer
                        WHERE ctid = ANY (ARRAY(
                            SELECT ctid FROM idempotent_answer WHERE expires_at <= ? ORDER BY expires_at LIMIT ?))
                        """)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(limit)
                .update();
    }

    @Override
    public String toString() {
        return "sweep answers to repeatable requests";
    }
}
