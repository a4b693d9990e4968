package io.igregulator.webhooks.worker.retention;

import io.igregulator.webhooks.sql.Rows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which partitions exist, by their bounds rather than their names: any session may have made one. */
final class PartitionReader {
    private static final String PARTITIONS = """
            SELECT p.name, p.bounds[1]::uuid AS lower, p.bounds[2]::uuid AS upper
            FROM (
                SELECT c.oid::regclass::text AS name,
                    regexp_match(pg_get_expr(c.relpartbound, 0), 'FROM \\(''(.+)''\\) TO \\(''(.+)''\\)')
                        AS bounds
                FROM pg_inherits i
                JOIN pg_class c ON c.oid = i.inhrelid
                WHERE i.inhparent = ?::regclass
            ) p
            WHERE p.bounds IS NOT NULL
            ORDER BY lower
            """;

    private final JdbcClient jdbc;

    PartitionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with both bounds, oldest first; the default partition has none. The 0 keeps PostgreSQL from locking a table. */
    List<Partition> read(HistoryTable table) {
        return jdbc.sql(PARTITIONS)
                .param(table.table())
                .query((row, number) -> new Partition(
                        row.getString("name"), IdRange.between(Rows.uuid(row, "lower"), Rows.uuid(row, "upper"))))
                .list();
    }
}
