package io.igregulator.webhooks.worker.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.EndpointShard;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole worker takes over from one that is gone. */
class OrphanedClaimsIT {
    /** Half of the lease. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();

    @Test
    void whatAWorkerThatIsGoneHadClaimedIsDeliveredLongBeforeItsLeaseEnds() {
        try (Receiver receiver = Receiver.start()) {
            TestEndpoint endpoint;
            try (RunningWorker gone = RunningWorker.start(database)) {
                endpoint = gone.endpoints().create(receiver.url("/hook"));
                await().atMost(PATIENCE)
                        .until(() -> gone.bean(WorkerLock.class).held().isPresent());
                int number = gone.bean(WorkerLock.class).held().orElseThrow();
                JdbcClient jdbc = gone.endpoints().jdbc();
                endSession(jdbc);
                await("taken again under the same number")
                        .atMost(PATIENCE)
                        .until(() -> sessions(jdbc) == 1
                                && gone.bean(WorkerLock.class).held().orElse(0) == number);
                claimed(jdbc, endpoint, number);
            }
            try (RunningWorker heir = RunningWorker.start(database)) {
                await().atMost(PATIENCE).until(() -> receiver.received("/hook").size() == 1);
                await().atMost(PATIENCE)
                        .until(() -> heir.endpoints()
                                        .jdbc()
                                        .sql("SELECT count(*) FROM waiting_delivery")
                                        .query(Long.class)
                                        .single()
                                == 0);
            }
            assertThat(receiver.received("/hook")).hasSize(1);
        }
    }

    private static void claimed(JdbcClient jdbc, TestEndpoint endpoint, int worker) {
        EventId event = EventId.create(Instant.now(), new Random());
        DeliveryId delivery = DeliveryId.of(event, endpoint.id());
        jdbc.sql("""
                        WITH stored AS (
                            INSERT INTO event (id, type, body, published_at) VALUES (?, 'license.issued', ?, now())
                        ), queued AS (
                            INSERT INTO endpoint_queue (endpoint_id, shard, next_due_at)
                            VALUES (?, ?, now() + interval '60 s')
                        ), waiting AS (
                            INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at,
                                created_at)
                            VALUES (?, ?, ?, ?, 0, now() + interval '60 s', now())
                        )
                        INSERT INTO claim (worker, lease_end, deliveries)
                        VALUES (?, now() + interval '60 s', ARRAY[?]::uuid[])
                        """)
                .params(
                        event.bits(),
                        DeliveryRecords.body(event),
                        endpoint.id().value(),
                        EndpointShard.of(endpoint.id(), RunningWorker.SHARDS),
                        delivery.value(),
                        endpoint.id().value(),
                        event.bits(),
                        EventType.LICENSE_ISSUED.code(),
                        worker,
                        delivery.value())
                .update();
    }

    private static void endSession(JdbcClient jdbc) {
        assertThat(jdbc.sql("""
                                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                                WHERE application_name = 'webhook-worker-lock' AND datname = current_database()
                                """).query(Boolean.class).list()).containsExactly(true);
        await().atMost(PATIENCE).until(() -> sessions(jdbc) != 1);
    }

    private static long sessions(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = ?
                            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        """).param(WorkerLock.CLASS).query(Long.class).single();
    }
}
