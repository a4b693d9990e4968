package io.igregulator.webhooks.worker.retention;

import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes figures that are as old as the history that they count. */
final class SweepFigures implements RetentionStep {
    private static final String REMOVE = """
            DELETE FROM figures_hour
            WHERE ctid = ANY (ARRAY(
                SELECT h.ctid
                FROM generate_series(0, ?) AS p (part)
                CROSS JOIN LATERAL (
                    SELECT ctid FROM figures_hour WHERE part = p.part AND hour < ? ORDER BY hour LIMIT ?) h
                LIMIT ?))
            """;

    private final JdbcClient jdbc;
    private final RowBatches batches;
    private final Duration keep;
    private final InstantSource clock;

    SweepFigures(JdbcClient jdbc, RowBatches batches, Duration keep, InstantSource clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Progress run() {
        return batches.run(this::remove);
    }

    private int remove(int limit) {
        return jdbc.sql(REMOVE)
                .param(AttemptCounts.PARTS - 1)
                .param(SqlTime.of(clock.instant().minus(keep)))
                .param(limit)
                .param(limit)
                .update();
    }

    @Override
    public String toString() {
        return "sweep figures";
    }
}
