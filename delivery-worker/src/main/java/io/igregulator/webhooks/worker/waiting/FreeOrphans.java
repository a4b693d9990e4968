package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import io.igregulator.webhooks.worker.shard.ShardListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes claims of dead workers due again. Looked for after shards were taken over, until no other worker has
 * claims or those of that time have ended with their lease: in between, a worker that lived may have died.
 */
final class FreeOrphans implements ShardListener {
    private static final Logger log = LoggerFactory.getLogger(FreeOrphans.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final String GONE = """
            SELECT CASE WHEN pg_postmaster_start_time() < clock_timestamp() - interval '5 seconds'
                THEN pg_try_advisory_xact_lock_shared(?, ?) ELSE false END
            """;
    private static final String MAKE_DUE = """
            WITH locked AS (
                SELECT endpoint_id FROM endpoint_queue
                WHERE endpoint_id = ANY (?)
                ORDER BY endpoint_id
                FOR UPDATE
            )
            UPDATE endpoint_queue q SET next_due_at = least(q.next_due_at, ?)
            FROM locked l
            WHERE q.endpoint_id = l.endpoint_id
            """;
    private static final String LOCK_ENDPOINTS = """
            SELECT count(*) FROM (
                SELECT FROM endpoint
                WHERE id = ANY (ARRAY(
                    SELECT w.endpoint_id
                    FROM claim c
                    CROSS JOIN LATERAL unnest(c.deliveries) AS d (id)
                    JOIN waiting_delivery w ON w.delivery_id = d.id AND w.due_at = c.lease_end
                    JOIN endpoint_queue q ON q.endpoint_id = w.endpoint_id
                    WHERE c.worker = ? AND q.shard = ANY (?)))
                ORDER BY id
                FOR KEY SHARE) locked
            """;
    private static final String LOCK_ORPHANS = """
            SELECT w.delivery_id, w.endpoint_id
            FROM claim c
            CROSS JOIN LATERAL unnest(c.deliveries) AS d (id)
            JOIN waiting_delivery w ON w.delivery_id = d.id AND w.due_at = c.lease_end
            JOIN endpoint_queue q ON q.endpoint_id = w.endpoint_id
            WHERE c.worker = ? AND q.shard = ANY (?)
            ORDER BY w.delivery_id
            FOR UPDATE OF w
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<OptionalInt> worker;
    private final Duration lease;
    private final InstantSource clock;
    // Of workers that are gone: the shards in which nothing of theirs is left.
    private final Map<Integer, Set<Integer>> freed = new HashMap<>();
    private volatile Instant lookUntil = Instant.MIN;
    private Instant nextLook = Instant.MIN;

    FreeOrphans(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Supplier<OptionalInt> worker,
            Duration lease,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.worker = worker;
        this.lease = lease;
        this.clock = clock;
    }

    private record Orphan(UUID delivery, UUID endpoint) {}

    @Override
    public void acquired(Set<Integer> shards) {
        lookUntil = clock.instant().plus(lease);
    }

    @Override
    public void released(Set<Integer> shards) {}

    /** Costs nothing but after an assignment. Called by one thread. */
    void free(Set<Integer> shards) {
        Instant now = clock.instant();
        if (now.isAfter(lookUntil) || now.isBefore(nextLook)) {
            return;
        }
        Instant until = lookUntil;
        nextLook = now.plus(INTERVAL);
        boolean others;
        try {
            others = Boolean.TRUE.equals(transaction.execute(status -> freeNow(shards, now)));
        } catch (RuntimeException e) {
            // What was freed may not be committed.
            freed.clear();
            throw e;
        }
        if (!others && until.equals(lookUntil)) {
            lookUntil = Instant.MIN;
            freed.clear();
        }
    }

    /** Whether other workers have claims. */
    private boolean freeNow(Set<Integer> shards, Instant now) {
        OffsetDateTime time = SqlTime.of(now);
        jdbc.sql("DELETE FROM claim WHERE lease_end <= ?").param(time).update();
        List<Integer> others = jdbc.sql("SELECT DISTINCT worker FROM claim WHERE worker <> ?")
                .param(worker.get().orElse(0))
                .query((row, number) -> row.getInt(1))
                .list();
        for (int other : others) {
            if (!freed.getOrDefault(other, Set.of()).containsAll(shards) && gone(other)) {
                free(other, shards, time);
                freed.put(other, Set.copyOf(shards));
            }
        }
        return !others.isEmpty();
    }

    /**
     * The lock is asked for shared, since several may ask at the same time. Just after a start of PostgreSQL no lock says
     * anything: the living have yet to take theirs again.
     */
    private boolean gone(int other) {
        return jdbc.sql(GONE)
                .params(WorkerLock.CLASS, other)
                .query(Boolean.class)
                .single();
    }

    private void free(int other, Set<Integer> shards, OffsetDateTime now) {
        lockEndpoints(other, shards);
        List<Orphan> orphans = lock(other, shards);
        if (orphans.isEmpty()) {
            return;
        }
        jdbc.sql("UPDATE waiting_delivery SET due_at = ? WHERE delivery_id = ANY (?)")
                .param(now)
                .param(Columns.of("uuid", orphans, Orphan::delivery))
                .update();
        jdbc.sql(MAKE_DUE)
                .param(Columns.of(
                        "uuid",
                        orphans.stream().map(Orphan::endpoint).distinct().toList()))
                .param(now)
                .update();
        log.info("freed {} deliveries that worker {} had claimed, which is gone", orphans.size(), other);
    }

    /** Before their waiting rows, so that a deletion that is under way is waited for with nothing in hand that it needs. */
    private void lockEndpoints(int other, Set<Integer> shards) {
        jdbc.sql(LOCK_ENDPOINTS)
                .param(other)
                .param(Columns.of("int4", shards))
                .query(Long.class)
                .single();
    }

    /** In the order in which outcomes lock them. What ended, or has a later time since, is not claimed any more. */
    private List<Orphan> lock(int other, Set<Integer> shards) {
        return jdbc.sql(LOCK_ORPHANS)
                .param(other)
                .param(Columns.of("int4", shards))
                .query((row, number) -> new Orphan(Rows.uuid(row, 1), Rows.uuid(row, 2)))
                .list();
    }
}
