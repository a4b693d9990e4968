package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.RecoveryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that a step reads and writes. */
final class RecoveryStore {
    private final JdbcClient jdbc;

    RecoveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One to go on with, held until the transaction ends: of each endpoint the oldest, and none of an inactive endpoint. The
     * endpoint is held as well, as a deletion would wait for its recovery with the endpoint's row already in hand.
     */
    Optional<Recovery> hold(Instant now) {
        return jdbc.sql("""
                        SELECT r.*
                        FROM recovery r
                        JOIN endpoint e ON e.id = r.endpoint_id AND e.active
                        WHERE r.status <> 'done' AND r.next_step_at <= ?
                            AND NOT EXISTS (
                                SELECT FROM recovery older
                                WHERE older.endpoint_id = r.endpoint_id AND older.status <> 'done'
                                    AND (older.created_at, older.id) < (r.created_at, r.id))
                        ORDER BY r.next_step_at
                        LIMIT 1
                        FOR UPDATE OF r SKIP LOCKED
                        FOR KEY SHARE OF e SKIP LOCKED
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .query(RecoveryStore::recovery)
                .optional();
    }

    /** Resent deliveries of the endpoint that have not ended yet. */
    int waiting(EndpointId endpoint) {
        return jdbc.sql("""
                        SELECT count(*) FROM waiting_delivery
                        WHERE endpoint_id = ? AND attempts_before_resend IS NOT NULL
                        """).param(endpoint.value()).query(Integer.class).single();
    }

    /** The next failed ones of the span; fewer than asked for means that there are no more. */
    List<Recovery.Position> failed(Recovery recovery, int limit) {
        return jdbc.sql("""
                        SELECT id, created_at
                        FROM delivery
                        -- Written out, as the index says it.
                        WHERE endpoint_id = ? AND status = %d AND (created_at, id) > (?, ?) AND created_at < ?
                        ORDER BY created_at, id
                        LIMIT ?
                        """.formatted(DeliveryStatus.FAILED.code()))
                .param(recovery.endpoint().value())
                .param(recovery.position().createdAt().atOffset(ZoneOffset.UTC))
                .param(recovery.position().delivery().value())
                .param(recovery.until().atOffset(ZoneOffset.UTC))
                .param(limit)
                .query((row, number) -> position(row, "created_at", "id"))
                .list();
    }

    void waitUntil(Recovery recovery, Instant nextStepAt) {
        jdbc.sql("UPDATE recovery SET status = 'running', next_step_at = ? WHERE id = ?")
                .param(nextStepAt.atOffset(ZoneOffset.UTC))
                .param(recovery.id().value())
                .update();
    }

    void advance(Recovery recovery, Recovery.Position position, int resent, int skipped, Instant now) {
        jdbc.sql("""
                        UPDATE recovery
                        SET status = 'running', position_created_at = ?, position_id = ?, resent = resent + ?,
                            skipped = skipped + ?, next_step_at = ?
                        WHERE id = ?
                        """)
                .param(position.createdAt().atOffset(ZoneOffset.UTC))
                .param(position.delivery().value())
                .param(resent)
                .param(skipped)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(recovery.id().value())
                .update();
    }

    void finish(Recovery recovery, Instant now) {
        jdbc.sql("UPDATE recovery SET status = 'done', finished_at = ? WHERE id = ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(recovery.id().value())
                .update();
    }

    private static Recovery recovery(ResultSet row, int number) throws SQLException {
        return new Recovery(
                new RecoveryId(row.getObject("id", UUID.class)),
                new EndpointId(row.getObject("endpoint_id", UUID.class)),
                instant(row, "until"),
                position(row, "position_created_at", "position_id"));
    }

    private static Recovery.Position position(ResultSet row, String createdAt, String id) throws SQLException {
        return new Recovery.Position(instant(row, createdAt), new DeliveryId(row.getObject(id, UUID.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
