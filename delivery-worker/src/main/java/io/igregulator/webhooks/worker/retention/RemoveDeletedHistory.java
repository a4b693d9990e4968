package io.igregulator.webhooks.worker.retention;

import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Removes the deliveries and attempts of deleted endpoints. An endpoint's mark stays for a while after its last row is
 * gone: an outcome that was in flight may still be recorded.
 */
final class RemoveDeletedHistory implements RetentionStep {
    private static final String LOCK_DELIVERIES = """
            SELECT id FROM delivery
            WHERE endpoint_id = ?
            -- The order of an index.
            ORDER BY status, event_type, id DESC NULLS LAST
            LIMIT ?
            FOR UPDATE SKIP LOCKED
            """;
    private static final String REMOVE_MARK = """
            DELETE FROM deleted_endpoint d
            WHERE endpoint_id = ? AND deleted_at <= ?
                AND NOT EXISTS (SELECT FROM delivery h WHERE h.endpoint_id = d.endpoint_id)
            """;

    private final JdbcClient jdbc;
    private final RowBatches batches;
    private final Duration grace;
    private final InstantSource clock;

    RemoveDeletedHistory(JdbcClient jdbc, RowBatches batches, Duration grace, InstantSource clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.grace = grace;
        this.clock = clock;
    }

    @Override
    public Progress run() {
        return marked().stream().map(this::remove).reduce(Progress.DONE, Progress::and);
    }

    private List<UUID> marked() {
        return jdbc.sql("SELECT endpoint_id FROM deleted_endpoint ORDER BY deleted_at")
                .query((row, number) -> Rows.uuid(row, 1))
                .list();
    }

    private Progress remove(UUID endpoint) {
        Progress progress = batches.run(limit -> removeRows(endpoint, limit));
        return progress == Progress.DONE ? batches.run(limit -> removeMark(endpoint)) : progress;
    }

    private int removeRows(UUID endpoint, int limit) {
        List<UUID> deliveries = lockDeliveries(endpoint, limit);
        if (!deliveries.isEmpty()) {
            delete("attempt", "delivery_id", deliveries);
            delete("delivery", "id", deliveries);
        }
        return deliveries.size();
    }

    /** Rows that a worker is about to change are left for the next round, so that neither side waits. */
    private List<UUID> lockDeliveries(UUID endpoint, int limit) {
        return jdbc.sql(LOCK_DELIVERIES)
                .param(endpoint)
                .param(limit)
                .query((row, number) -> Rows.uuid(row, 1))
                .list();
    }

    private void delete(String table, String key, List<UUID> deliveries) {
        jdbc.sql("DELETE FROM %s WHERE %s = ANY (?)".formatted(table, key))
                .param(Columns.of("uuid", deliveries))
                .update();
    }

    private int removeMark(UUID endpoint) {
        return jdbc.sql(REMOVE_MARK)
                .param(endpoint)
                .param(SqlTime.of(clock.instant().minus(grace)))
                .update();
    }

    @Override
    public String toString() {
        return "remove history of deleted endpoints";
    }
}
