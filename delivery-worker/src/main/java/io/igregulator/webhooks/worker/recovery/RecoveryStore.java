package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.RecoveryId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that a step reads and writes. */
final class RecoveryStore {
    private static final String HOLD = """
            SELECT r.*, e.account_id, 'missed' = ANY (r.what) AS with_missed
            FROM recovery r
            JOIN endpoint e ON e.id = r.endpoint_id AND (e.active AND e.suspended_at IS NULL OR r.dry_run)
            WHERE r.status <> 'done' AND r.next_step_at <= ?
                AND (r.dry_run OR NOT EXISTS (
                    SELECT FROM recovery older
                    WHERE older.endpoint_id = r.endpoint_id AND older.status <> 'done' AND NOT older.dry_run
                        AND (older.created_at, older.id) < (r.created_at, r.id)))
            ORDER BY r.next_step_at
            LIMIT 1
            FOR UPDATE OF r SKIP LOCKED
            FOR KEY SHARE OF e SKIP LOCKED
            """;
    private static final String WAITING = """
            SELECT count(*) FROM waiting_delivery
            WHERE endpoint_id = ? AND attempts_before_resend IS NOT NULL
            """;
    private static final String FAILED = """
            SELECT id, created_at
            FROM delivery
            -- Written out, as the index says it.
            WHERE endpoint_id = ? AND status = %d AND (created_at, id) > (?, ?) AND created_at < ?
            ORDER BY created_at, id
            LIMIT ?
            """.formatted(DeliveryStatus.FAILED.code());
    private static final String ADVANCE = """
            UPDATE recovery
            SET status = 'running', position_created_at = ?, position_id = ?, resent = resent + ?,
                skipped = skipped + ?, next_step_at = ?
            WHERE id = ?
            """;

    private static final String ADVANCE_MISSED = """
            UPDATE recovery
            SET status = 'running', missed_stored_at = ?, missed_tx = CAST(CAST(? AS text) AS xid8), missed_event = ?,
                sent = sent + ?, skipped = skipped + ?, next_step_at = ?
            WHERE id = ?
            """;

    private final JdbcClient jdbc;

    RecoveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One to continue with, held until the transaction ends: of each endpoint the oldest, and none of an inactive or suspended
     * endpoint, save those that only count. The endpoint is held as well, as a deletion would wait for its recovery with the
     * endpoint's row already in hand.
     */
    Optional<Recovery> hold(Instant now) {
        return jdbc.sql(HOLD)
                .param(SqlTime.of(now))
                .query(RecoveryStore::recovery)
                .optional();
    }

    /** Those that have not ended, by status. */
    Map<String, Long> open() {
        return jdbc
                .sql("SELECT status, count(*) AS recoveries FROM recovery WHERE status <> 'done' GROUP BY status")
                .query((row, number) -> Map.entry(row.getString("status"), row.getLong("recoveries")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Resent deliveries of the endpoint that have not ended yet. */
    int waiting(EndpointId endpoint) {
        return jdbc.sql(WAITING).param(endpoint.value()).query(Integer.class).single();
    }

    /** The next failed ones of the span; fewer than asked for means that there are no more. */
    List<Recovery.Position> failed(Recovery recovery, int limit) {
        return jdbc.sql(FAILED)
                .param(recovery.endpoint().value())
                .param(SqlTime.of(recovery.position().createdAt()))
                .param(recovery.position().delivery().value())
                .param(SqlTime.of(recovery.until()))
                .param(limit)
                .query((row, number) -> position(row, "created_at", "id"))
                .list();
    }

    void waitUntil(Recovery recovery, Instant nextStepAt) {
        jdbc.sql("UPDATE recovery SET status = 'running', next_step_at = ? WHERE id = ?")
                .param(SqlTime.of(nextStepAt))
                .param(recovery.id().value())
                .update();
    }

    void advance(Recovery recovery, Recovery.Position position, int resent, int skipped, Instant now) {
        jdbc.sql(ADVANCE)
                .param(SqlTime.of(position.createdAt()))
                .param(position.delivery().value())
                .param(resent)
                .param(skipped)
                .param(SqlTime.of(now))
                .param(recovery.id().value())
                .update();
    }

    void advanceMissed(Recovery recovery, StoredPlace place, int sent, int skipped, Instant now) {
        jdbc.sql(ADVANCE_MISSED)
                .param(SqlTime.of(place.storedAt()))
                .param(Long.toUnsignedString(place.tx()))
                .param(place.event())
                .param(sent)
                .param(skipped)
                .param(SqlTime.of(now))
                .param(recovery.id().value())
                .update();
    }

    void finish(Recovery recovery, Instant now) {
        jdbc.sql("UPDATE recovery SET status = 'done', finished_at = ? WHERE id = ?")
                .param(SqlTime.of(now))
                .param(recovery.id().value())
                .update();
    }

    private static Recovery recovery(ResultSet row, int number) throws SQLException {
        return new Recovery(
                new RecoveryId(Rows.uuid(row, "id")),
                new EndpointId(Rows.uuid(row, "endpoint_id")),
                new AccountId(Rows.uuid(row, "account_id")),
                Rows.instant(row, "since"),
                Rows.instant(row, "until"),
                row.getBoolean("dry_run"),
                position(row, "position_created_at", "position_id"),
                row.getBoolean("with_missed"),
                transaction(row, "missed_below"),
                missed(row));
    }

    private static @Nullable StoredPlace missed(ResultSet row) throws SQLException {
        Instant storedAt = Rows.instantOrNull(row, "missed_stored_at");
        return storedAt == null
                ? null
                : new StoredPlace(storedAt, transaction(row, "missed_tx"), Rows.uuid(row, "missed_event"));
    }

    private static long transaction(ResultSet row, String column) throws SQLException {
        @Nullable String number = row.getString(column);
        return number == null ? 0 : Long.parseUnsignedLong(number);
    }

    private static Recovery.Position position(ResultSet row, String createdAt, String id) throws SQLException {
        return new Recovery.Position(Rows.instant(row, createdAt), new DeliveryId(Rows.uuid(row, id)));
    }
}
