package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import io.igregulator.webhooks.worker.outcome.DeliveryError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ends what has waited past its age, in batches and without claiming it: the backlog of an endpoint that stays dead would
 * otherwise never come to its turn. Any worker does it for all.
 */
final class ExpireWaiting implements SupervisedLoop.Body {
    private static final Logger log = LoggerFactory.getLogger(ExpireWaiting.class);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Duration maxAge;
    private final Duration interval;
    private final InstantSource clock;

    ExpireWaiting(JdbcClient jdbc, Duration maxAge, Duration interval, InstantSource clock) {
        this.jdbc = jdbc;
        this.maxAge = maxAge;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            boolean more = tick();
            signal.alive();
            if (!more) {
                signal.pause(interval);
            }
        }
    }

    /** One batch; true when there may be more. */
    boolean tick() {
        try {
            int expired = expire(clock.instant());
            if (expired > 0) {
                log.info("{} deliveries waited longer than {} and have failed", expired, maxAge);
            }
            return expired == BATCH;
        } catch (DataAccessException e) {
            log.warn("cannot expire waiting deliveries: {}", e.toString());
            return false;
        }
    }

    private int expire(Instant now) {
        return jdbc.sql("""
                        WITH old AS (
                            SELECT delivery_id FROM waiting_delivery
                            WHERE created_at < ?
                            ORDER BY created_at
                            LIMIT ?
                            FOR UPDATE SKIP LOCKED
                        ), ended AS (
                            DELETE FROM waiting_delivery w USING old WHERE w.delivery_id = old.delivery_id
                            RETURNING w.*
                        ), counted AS (
                            INSERT INTO endpoint_activity AS a (endpoint_id, last_delivery_status, failure_count)
                            SELECT endpoint_id, 'failed', count(*) FROM ended GROUP BY endpoint_id ORDER BY endpoint_id
                            ON CONFLICT (endpoint_id) DO UPDATE SET
                                last_delivery_status = 'failed',
                                failure_count = a.failure_count + EXCLUDED.failure_count
                        )
                        INSERT INTO delivery AS d (id, endpoint_id, event_id, event_type, status, attempt_count,
                            last_error, created_at, completed_at)
                        SELECT delivery_id, endpoint_id, event_id, event_type, ?, attempts, ?, created_at, ?
                        FROM ended
                        ORDER BY delivery_id
                        ON CONFLICT (id) DO UPDATE SET
                            status = EXCLUDED.status,
                            next_attempt_at = NULL,
                            last_error = EXCLUDED.last_error,
                            completed_at = EXCLUDED.completed_at
                        WHERE d.completed_at IS NULL
                        """)
                .param(now.minus(maxAge).atOffset(ZoneOffset.UTC))
                .param(BATCH)
                .param(DeliveryStatus.FAILED.code())
                .param(DeliveryError.EXPIRED.wireName())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
