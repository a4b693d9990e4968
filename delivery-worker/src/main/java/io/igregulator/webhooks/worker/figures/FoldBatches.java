package io.igregulator.webhooks.worker.figures;

import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves the figures of batches to rows by part and minute, in one transaction, so that who reads both counts nothing twice. */
final class FoldBatches {
    /** With as many endpoints as outcomes, some 100 000 counts in memory. */
    private static final int AT_ONCE = 250;

    private static final String TAKE = """
            DELETE FROM figures_batch
            -- Another worker takes others.
            WHERE id = ANY (ARRAY(SELECT id FROM figures_batch ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED))
            RETURNING minute, counts
            """;
    private static final String INSERT = """
            INSERT INTO figures_minute (part, minute, counts) SELECT * FROM unnest(?, ?, ?) AS r (part, minute, counts)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FoldBatches(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether there may be more. */
    boolean step() {
        return Boolean.TRUE.equals(transaction.execute(status -> fold() == AT_ONCE));
    }

    private int fold() {
        Map<Instant, AttemptCounts> minutes = new TreeMap<>();
        int taken = jdbc.sql(TAKE).param(AT_ONCE).query((ResultSet rows) -> {
            return sum(rows, minutes);
        });
        List<Part> parts = new ArrayList<>();
        minutes.forEach((minute, counts) ->
                counts.byPart().forEach((part, ofPart) -> parts.add(new Part(part, minute, ofPart))));
        if (!parts.isEmpty()) {
            insert(parts);
        }
        return taken;
    }

    private static int sum(ResultSet rows, Map<Instant, AttemptCounts> minutes) throws SQLException {
        int count = 0;
        while (rows.next()) {
            minutes.computeIfAbsent(Rows.instant(rows, "minute"), none -> new AttemptCounts())
                    .add(rows.getBytes("counts"));
            count++;
        }
        return count;
    }

    private void insert(List<Part> parts) {
        jdbc.sql(INSERT)
                .param(Columns.of("int2", parts, part -> (short) part.number()))
                .param(Columns.of("timestamptz", parts, part -> SqlTime.of(part.minute())))
                .param(Columns.bytes(parts, part -> part.counts().stored()))
                .update();
    }

    private record Part(int number, Instant minute, AttemptCounts counts) {}
}
