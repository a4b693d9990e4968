package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the position after which everything stored since a given time lies, and reads the restores of the database: none or
 * a few.
 */
@Component
final class FindPosition {
    // Transactions get their numbers in another order than they begin, but only those that are open at the same time:
    // more
    // events than all of these hold together, 500 each.
    private static final int DISORDER = 10_000;
    private static final String POSITION = """
            SELECT stored_tx, event_id,
                ARRAY(SELECT number FROM feed_generation ORDER BY number) AS generations,
                ARRAY(SELECT CAST(first_tx AS text) FROM feed_generation ORDER BY number) AS first_txs
            FROM (
                (SELECT stored_tx, event_id FROM feed_entry WHERE stored_at >= :time
                 ORDER BY stored_at, stored_tx, event_id LIMIT :disorder)
                UNION ALL
                SELECT pg_snapshot_xmin(pg_current_snapshot()), '00000000-0000-0000-0000-000000000000'
            ) AS candidate (stored_tx, event_id)
            ORDER BY stored_tx, event_id LIMIT 1
            """;

    private final JdbcClient jdbc;

    FindPosition(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was found.
     *
     * @param position in the current generation
     */
    record Result(FeedPosition position, Generations generations) {}

    Result of(Instant time) {
        // Nor later than the oldest open transaction: what it stores may be of that time too.
        return jdbc.sql(POSITION)
                .param("time", SqlTime.of(time))
                .param("disorder", DISORDER)
                .query((row, number) -> new Result(position(row), generations(row)))
                .single();
    }

    private static FeedPosition position(ResultSet row) throws SQLException {
        return new FeedPosition(Long.parseUnsignedLong(row.getString("stored_tx")), Rows.uuid(row, "event_id"));
    }

    private static Generations generations(ResultSet row) throws SQLException {
        Integer[] numbers = (Integer[]) row.getArray("generations").getArray();
        String[] firsts = (String[]) row.getArray("first_txs").getArray();
        TreeMap<Integer, FeedPosition> starts = new TreeMap<>();
        for (int i = 0; i < numbers.length; i++) {
            starts.put(numbers[i], FeedPosition.startOf(Long.parseUnsignedLong(firsts[i])));
        }
        return new Generations(starts);
    }
}
