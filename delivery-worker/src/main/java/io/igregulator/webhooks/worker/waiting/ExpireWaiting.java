package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.history.DeliveryError;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.sql.SqlTime;
import io.igregulator.webhooks.worker.outcome.ResultMeters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ends what has waited past its age, in batches and without claiming it: the backlog of an endpoint that stays dead would
 * otherwise never come to its turn. Any worker does it for all.
 */
final class ExpireWaiting {
    private static final Logger log = LoggerFactory.getLogger(ExpireWaiting.class);
    private static final int BATCH = 1_000;
    private static final String EXPIRE = """
            WITH old AS (
                SELECT w.delivery_id
                FROM waiting_delivery w
                JOIN endpoint e ON e.id = w.endpoint_id
                WHERE w.created_at < :oldest
                ORDER BY w.created_at
                LIMIT :limit
                FOR UPDATE OF w SKIP LOCKED
                -- An endpoint that is being deleted takes these rows with it.
                FOR KEY SHARE OF e SKIP LOCKED
            ), ended AS (
                DELETE FROM waiting_delivery w USING old WHERE w.delivery_id = old.delivery_id
                RETURNING w.*
            ), counted AS (
                INSERT INTO endpoint_activity AS a (endpoint_id, last_delivery_status, failure_count)
                SELECT endpoint_id, :name, count(*) FROM ended GROUP BY endpoint_id ORDER BY endpoint_id
                ON CONFLICT (endpoint_id) DO UPDATE SET
                    last_delivery_status = EXCLUDED.last_delivery_status,
                    failure_count = a.failure_count + EXCLUDED.failure_count
            )
            INSERT INTO delivery AS d (id, endpoint_id, event_id, event_type, status, attempt_count,
                last_error, created_at, completed_at)
            SELECT delivery_id, endpoint_id, event_id, event_type, :code, attempts, :error, created_at, :now
            FROM ended
            ORDER BY delivery_id
            ON CONFLICT (id) DO UPDATE SET
                status = EXCLUDED.status,
                next_attempt_at = NULL,
                last_error = EXCLUDED.last_error,
                completed_at = EXCLUDED.completed_at
            WHERE d.completed_at IS NULL
            """;

    private final JdbcClient jdbc;
    private final Duration maxAge;
    private final ResultMeters results;
    private final InstantSource clock;

    ExpireWaiting(JdbcClient jdbc, Duration maxAge, ResultMeters results, InstantSource clock) {
        this.jdbc = jdbc;
        this.maxAge = maxAge;
        this.results = results;
        this.clock = clock;
    }

    /** One batch; true when there may be more. */
    boolean tick() {
        try {
            int expired = expire(clock.instant());
            if (expired > 0) {
                results.failed(DeliveryError.EXPIRED, expired);
                log.info("{} deliveries waited longer than {} and have failed", expired, maxAge);
            }
            return expired == BATCH;
        } catch (DataAccessException e) {
            log.warn("cannot expire waiting deliveries: {}", e.toString());
            return false;
        }
    }

    private int expire(Instant now) {
        return jdbc.sql(EXPIRE)
                .param("oldest", SqlTime.of(now.minus(maxAge)))
                .param("limit", BATCH)
                .param("name", DeliveryStatus.FAILED.wireName())
                .param("code", DeliveryStatus.FAILED.code())
                .param("error", DeliveryError.EXPIRED.wireName())
                .param("now", SqlTime.of(now))
                .update();
    }
}
