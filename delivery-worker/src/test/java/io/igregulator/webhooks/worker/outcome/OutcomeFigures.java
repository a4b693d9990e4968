package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.worker.delivery.Attempts;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a recorded success costs with the indexes that history needs, against the one it had before: the writer's own
 * statement, both ways in turn. No test by its name: {@code deploy/benchmark/history} runs it.
 */
class OutcomeFigures {
    private static final int BATCH = 500;
    private static final int BATCHES = 60;
    private static final int ROUNDS = 6;
    private static final int ENDPOINTS = 200;
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final List<String> TYPES = List.of("license.status_changed", "license.issued", "coverage.degraded");

    private final Random random = new Random(4);
    private final List<EndpointId> endpoints = IntStream.range(0, ENDPOINTS)
            .mapToObj(i -> new EndpointId(new UUID(random.nextLong(), random.nextLong())))
            .toList();
    private Instant now = START;

    @Test
    void print() throws Exception {
        try (PostgresServer server =
                PostgresServer.start(PostgresServer.Options.temporary().withSetting("shared_buffers", "256MB"))) {
            server.createDatabase("outcomes");
            Flyway.configure()
                    .dataSource(server.jdbcUrl("outcomes"), PostgresServer.USER, PostgresServer.PASSWORD)
                    .load()
                    .migrate();
            try (Connection connection = server.connect("outcomes")) {
                JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                double[] before = new double[ROUNDS];
                double[] after = new double[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    before[round] = with(jdbc, "CREATE INDEX delivery_endpoint ON delivery (endpoint_id, id DESC)");
                    after[round] = with(
                            jdbc,
                            "CREATE INDEX delivery_history ON delivery"
                                    + " (endpoint_id, status, event_type, id DESC NULLS LAST)",
                            "CREATE INDEX delivery_failed ON delivery (endpoint_id, created_at, id)"
                                    + " WHERE status = 4");
                }
                Files.writeString(Path.of("target", "outcome-figures.txt"), """
                        µs a row, %d rounds of %d rows in batches of %d
                          delivery_endpoint                  %6.2f
                          delivery_history, delivery_failed  %6.2f
                        """.formatted(
                                ROUNDS, BATCH * BATCHES, BATCH, median(before), median(after)));
            }
        }
    }

    private double with(JdbcClient jdbc, String... indexes) {
        jdbc.sql("DROP INDEX IF EXISTS delivery_endpoint, delivery_history, delivery_failed")
                .update();
        jdbc.sql("TRUNCATE delivery").update();
        List.of(indexes).forEach(index -> jdbc.sql(index).update());
        WriteDeliveries writer = new WriteDeliveries(jdbc);
        write(writer, BATCHES / 4);
        long nanos = write(writer, BATCHES);
        return nanos / 1e3 / BATCH / BATCHES;
    }

    private long write(WriteDeliveries writer, int batches) {
        long nanos = 0;
        for (int i = 0; i < batches; i++) {
            List<Outcome> batch =
                    IntStream.range(0, BATCH).mapToObj(n -> outcome()).toList();
            long started = System.nanoTime();
            writer.write(batch);
            nanos += System.nanoTime() - started;
        }
        return nanos;
    }

    /** One in a hundred fails for good. */
    private Outcome outcome() {
        now = now.plus(Duration.ofMillis(1));
        EventId event = EventId.create(now, random);
        EndpointId endpoint = endpoints.get(random.nextInt(ENDPOINTS));
        Delivery delivery = new Delivery(
                DeliveryId.of(event, endpoint),
                endpoint,
                new AccountId(new UUID(0, 0)),
                event,
                TYPES.get(random.nextInt(TYPES.size())),
                Body.of(new byte[0]),
                Attempts.NONE,
                false,
                1,
                now,
                0,
                new RecordingTicket(),
                null);
        boolean failed = random.nextInt(100) == 0;
        return new Outcome.Attempted(
                delivery,
                now,
                40,
                failed ? 500 : 200,
                null,
                null,
                failed ? new RetryDecision.Exhausted() : new RetryDecision.Delivered());
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
