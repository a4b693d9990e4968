package io.igregulator.webhooks.worker.retention;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which partitions there are, told by their bounds rather than their names: anybody may have made one. */
final class PartitionReader {
    private final JdbcClient jdbc;

    PartitionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with both bounds, oldest first; the default partition has none. No table is locked, hence the 0. */
    List<Partition> read(HistoryTable table) {
        return jdbc.sql("""
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
                        """)
                .param(table.table())
                .query((row, number) -> new Partition(
                        row.getString("name"),
                        IdRange.between(row.getObject("lower", UUID.class), row.getObject("upper", UUID.class))))
                .list();
    }
}
