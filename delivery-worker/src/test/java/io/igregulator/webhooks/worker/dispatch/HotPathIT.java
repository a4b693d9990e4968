package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What many deliveries cost PostgreSQL, by its own statistics. */
class HotPathIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENDPOINTS = 5;
    private static final int DELIVERIES = 5_000;

    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();

    @Test
    void readsNoRowForADeliveryAndWritesManyInOneTransaction() {
        try (Receiver receiver = Receiver.start();
                RunningWorker worker = RunningWorker.start(
                        database,
                        // Both ask in the background and would be counted with the rest.
                        "webhooks.waiting.poll-interval=10s",
                        "webhooks.retention.enabled=false",
                        // What waits in its lane stays there: its body is in Kafka alone.
                        "webhooks.lanes.park-after=10m")) {
            JdbcClient jdbc = worker.endpoints().jdbc();
            TestEndpoint[] endpoints = IntStream.range(0, ENDPOINTS)
                    .mapToObj(number -> worker.endpoints().create(receiver.url("/" + number)))
                    .toArray(TestEndpoint[]::new);
            try (DeliveryRecords records = new DeliveryRecords(jdbc)) {
                for (TestEndpoint endpoint : endpoints) {
                    records.send(endpoint.id(), 1);
                }
                awaitRecorded(jdbc, ENDPOINTS);
                // Counted from here: each endpoint is known.
                long transactions = transactions(jdbc);
                long reads = reads(jdbc);
                for (TestEndpoint endpoint : endpoints) {
                    records.sendWithoutRow(endpoint.id(), DELIVERIES / ENDPOINTS);
                }
                awaitRecorded(jdbc, ENDPOINTS + DELIVERIES);
                assertThat(transactions(jdbc) - transactions)
                        .as("transactions for %s deliveries", DELIVERIES)
                        .isLessThan(DELIVERIES / 4);
                assertThat(reads(jdbc) - reads)
                        .as("secrets and events read for %s deliveries", DELIVERIES)
                        .isLessThan(DELIVERIES / 100);
            }
        }
    }

    private static void awaitRecorded(JdbcClient jdbc, long count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> jdbc.sql("SELECT count(*) FROM delivery WHERE status = " + DeliveryStatus.SUCCESS.code())
                                .query(Long.class)
                                .single()
                        == count);
    }

    private static long transactions(JdbcClient jdbc) {
        return jdbc.sql("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
    }

    private static long reads(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT coalesce(sum(seq_scan + coalesce(idx_scan, 0)), 0) FROM pg_stat_user_tables
                        WHERE relname = 'endpoint_secret' OR relname LIKE 'event%'
                        """).query(Long.class).single();
    }
}
