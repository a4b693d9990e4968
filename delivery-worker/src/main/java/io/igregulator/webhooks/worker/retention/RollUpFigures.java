package io.igregulator.webhooks.worker.retention;

import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.figures.KeptMinutes;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums figures by minute that are older than a day to figures by hour, part by part. */
final class RollUpFigures implements RetentionStep {
    private static final String DUE_PARTS = """
            SELECT part
            FROM generate_series(0, ?) AS p (part)
            -- Not EXISTS, which the planner may turn into a join that reads every row.
            WHERE (SELECT true FROM figures_minute m WHERE m.part = p.part AND m.minute < ? LIMIT 1)
            """;
    private static final String TAKE = """
            DELETE FROM figures_minute
            WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM figures_minute WHERE part = ? AND minute < ? ORDER BY minute LIMIT ?))
            RETURNING minute, counts
            """;
    private static final String INSERT = """
            INSERT INTO figures_hour (part, hour, counts) SELECT ?, hour, counts FROM unnest(?, ?) AS r (hour, counts)
            """;

    private final JdbcClient jdbc;
    private final RowBatches batches;
    private final InstantSource clock;

    RollUpFigures(JdbcClient jdbc, RowBatches batches, InstantSource clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Progress run() {
        Instant end = KeptMinutes.from(clock.instant());
        List<Integer> parts = jdbc.sql(DUE_PARTS)
                .param(AttemptCounts.PARTS - 1)
                .param(SqlTime.of(end))
                .query((row, number) -> row.getInt("part"))
                .list();
        return parts.stream()
                .map(part -> batches.run(limit -> rollUp(part, end, limit)))
                .reduce(Progress.DONE, Progress::and);
    }

    private int rollUp(int part, Instant end, int limit) {
        Map<Instant, AttemptCounts> hours = new TreeMap<>();
        int taken = jdbc.sql(TAKE)
                .param(part)
                .param(SqlTime.of(end))
                .param(limit)
                .query((ResultSet rows) -> {
                    return sum(rows, hours);
                });
        if (!hours.isEmpty()) {
            jdbc.sql(INSERT)
                    .param(part)
                    .param(Columns.of("timestamptz", hours.keySet(), SqlTime::of))
                    .param(Columns.bytes(hours.values(), AttemptCounts::stored))
                    .update();
        }
        return taken;
    }

    private static int sum(ResultSet rows, Map<Instant, AttemptCounts> hours) throws SQLException {
        int count = 0;
        while (rows.next()) {
            Instant hour = Rows.instant(rows, "minute").truncatedTo(ChronoUnit.HOURS);
            hours.computeIfAbsent(hour, none -> new AttemptCounts()).add(rows.getBytes("counts"));
            count++;
        }
        return count;
    }

    @Override
    public String toString() {
        return "roll up figures";
    }
}
