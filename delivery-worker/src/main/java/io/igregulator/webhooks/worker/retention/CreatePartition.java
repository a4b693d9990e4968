package io.igregulator.webhooks.worker.retention;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes one day's partition within the caller's transaction, by a function that runs as the owner of the tables.
 *
 * <p>Attaching locks the default partition against all other statements and scans it. Both are short as long as little
 * is in there, which is why a day of which the default partition holds too much stays there.
 */
final class CreatePartition {
    private static final Logger log = LoggerFactory.getLogger(CreatePartition.class);

    private final JdbcClient jdbc;
    private final int maxMoved;

    /** @param maxMoved rows that may be moved while writers wait */
    CreatePartition(JdbcClient jdbc, int maxMoved) {
        this.jdbc = jdbc;
        this.maxMoved = maxMoved;
    }

    /** False when the day's rows are too many to be moved. */
    boolean create(HistoryTable table, LocalDate day) {
        IdRange range = IdRange.of(day);
        if (countInDefault(table, range) > maxMoved) {
            log.warn("{} of {} stays in {}: too many rows to move", table.table(), day, table.defaultPartition());
            return false;
        }
        int moved = jdbc.sql("SELECT create_history_partition(?, ?, ?, ?)")
                .params(table.table(), day, range.lower(), range.upper())
                .query(Integer.class)
                .single();
        log.info("created the partition of {} for {}, moved {} rows into it", table.table(), day, moved);
        return true;
    }

    private int countInDefault(HistoryTable table, IdRange range) {
        return jdbc.sql("""
                        SELECT count(*) FROM (SELECT FROM %s WHERE %s >= ? AND %2$s < ? LIMIT ?) AS found
                        """.formatted(table.defaultPartition(), table.key()))
                .param(range.lower())
                .param(range.upper())
                .param(maxMoved + 1)
                .query(Integer.class)
                .single();
    }
}
