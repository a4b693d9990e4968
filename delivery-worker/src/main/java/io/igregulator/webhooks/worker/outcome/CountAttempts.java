package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.figures.AttemptClass;
import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.SqlTime;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Figures per endpoint and minute: one row per batch and minute, in the batch's transaction, so that an attempt is counted when
 * and only when it is recorded. {@code figures/FoldBatches} gathers the rows later.
 */
final class CountAttempts {
    private static final String INSERT =
            "INSERT INTO figures_batch (minute, counts) SELECT * FROM unnest(?, ?) AS r (minute, counts)";

    private final JdbcClient jdbc;

    CountAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param recorded those that this transaction has recorded, none of which was recorded before */
    void write(List<Attempted> recorded) {
        Map<Instant, AttemptCounts> minutes = new TreeMap<>();
        for (Attempted attempted : recorded) {
            minutes.computeIfAbsent(attempted.end().truncatedTo(ChronoUnit.MINUTES), none -> new AttemptCounts())
                    .add(attempted.delivery().endpoint(), classOf(attempted));
        }
        if (minutes.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
                .param(Columns.of("timestamptz", minutes.keySet(), SqlTime::of))
                .param(Columns.bytes(minutes.values(), AttemptCounts::stored))
                .update();
    }

    private static AttemptClass classOf(Attempted attempted) {
        return attempted.httpStatus() == null
                ? AttemptClass.unanswered()
                : AttemptClass.answered(attempted.succeeded(), attempted.latencyMillis());
    }
}
