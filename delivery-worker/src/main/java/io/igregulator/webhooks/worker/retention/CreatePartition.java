package io.igregulator.webhooks.worker.retention;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes one day's partition within the caller's transaction: a table of its own first, then what the default partition
 * holds of that day moves over, then it is attached.
 *
 * <p>Attaching locks the default partition against everybody and scans it. Both are short as long as little is in there,
 * which is why a day of which the default partition holds too much stays there.
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
        String name = table.table() + "_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        jdbc.sql("CREATE TABLE %s (LIKE %s INCLUDING ALL)".formatted(name, table.table()))
                .update();
        lockOutWriters(table);
        int moved = move(table, range, name);
        attach(table, range, name);
        log.info("created partition {}, moved {} rows into it", name, moved);
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

    /**
     * At the table, not only at its default partition: a writer that already chose the default partition for its row
     * would be refused there once the new one is attached. One that waits here chooses afterwards.
     */
    private void lockOutWriters(HistoryTable table) {
        jdbc.sql("LOCK TABLE ONLY %s IN SHARE ROW EXCLUSIVE MODE".formatted(table.table()))
                .update();
        jdbc.sql("LOCK TABLE %s IN ACCESS EXCLUSIVE MODE".formatted(table.defaultPartition()))
                .update();
    }

    private int move(HistoryTable table, IdRange range, String name) {
        return jdbc.sql("""
                        WITH moved AS (DELETE FROM %s WHERE %s >= ? AND %2$s < ? RETURNING *)
                        INSERT INTO %s SELECT * FROM moved
                        """.formatted(table.defaultPartition(), table.key(), name))
                .param(range.lower())
                .param(range.upper())
                .update();
    }

    private void attach(HistoryTable table, IdRange range, String name) {
        jdbc.sql("ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
                        .formatted(table.table(), name, range.lower(), range.upper()))
                .update();
    }
}
