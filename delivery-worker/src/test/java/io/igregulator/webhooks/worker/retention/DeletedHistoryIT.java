package io.igregulator.webhooks.worker.retention;

import static io.igregulator.webhooks.worker.retention.RetentionFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletedHistoryIT {
    private final RetentionFixture fixture = new RetentionFixture(500);
    private final EndpointId deleted = new EndpointId(UUID.randomUUID());
    private final EndpointId kept = new EndpointId(UUID.randomUUID());

    @BeforeEach
    void partition() {
        fixture.retention.tick();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aLongHistoryGoesOverSomeRoundsAndOtherEndpointsKeepTheirs() {
        history(deleted, 100_000);
        history(kept, 500);
        fixture.markDeleted(deleted);
        fixture.now = START.plus(Duration.ofMinutes(10));

        assertThat(fixture.retention.tick()).isEqualTo(Progress.MORE);
        assertThat(deliveries(deleted)).isEqualTo(50_000);
        assertThat(fixture.count("attempt")).isEqualTo(50_500);

        assertThat(fixture.retention.tick()).isEqualTo(Progress.MORE);
        assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);
        assertThat(deliveries(deleted)).isZero();
        assertThat(deliveries(kept)).isEqualTo(500);
        assertThat(fixture.count("attempt")).isEqualTo(500);
        assertThat(fixture.count("deleted_endpoint")).isZero();
    }

    @Test
    void historyOfEveryDayGoesAbsurdOnesIncluded() {
        fixture.delivery(deleted, START);
        fixture.delivery(deleted, START.plus(Duration.ofDays(3)));
        fixture.delivery(deleted, START.plus(Duration.ofDays(365_000)));
        fixture.markDeleted(deleted);

        fixture.retention.tick();

        assertThat(fixture.count("delivery")).isZero();
        assertThat(fixture.count("attempt")).isZero();
    }

    @Test
    void anOutcomeThatWasInFlightGoesToo() {
        EventId event = EventId.create(START, new Random());
        DeliveryId inFlight = DeliveryId.of(event, deleted);
        fixture.delivery(deleted, START);
        fixture.markDeleted(deleted);
        fixture.retention.tick();
        assertThat(deliveries(deleted)).isZero();

        fixture.now = START.plus(Duration.ofMinutes(5)).minusMillis(1);
        fixture.retention.tick();
        fixture.recordOutcome(deleted, event, inFlight, 1);
        assertThat(deliveries(deleted)).isEqualTo(1);

        fixture.now = START.plus(Duration.ofMinutes(10));
        fixture.retention.tick();
        assertThat(deliveries(deleted)).isZero();
        assertThat(fixture.count("attempt")).isZero();
        assertThat(fixture.count("deleted_endpoint")).isZero();
    }

    @Test
    void aRowThatAWorkerIsWritingIsLeftForTheNextRound() throws SQLException {
        DeliveryId busy = fixture.delivery(deleted, START);
        fixture.delivery(deleted, START);
        fixture.markDeleted(deleted);
        fixture.now = START.plus(Duration.ofMinutes(10));
        try (Connection worker = fixture.open();
                Statement statement = worker.createStatement()) {
            statement.execute("UPDATE delivery SET attempt_count = 2 WHERE id = '%s'".formatted(busy));

            assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);

            assertThat(deliveries(deleted)).isEqualTo(1);
            assertThat(fixture.count("deleted_endpoint")).isEqualTo(1);
            worker.commit();
        }
        fixture.retention.tick();
        assertThat(deliveries(deleted)).isZero();
        assertThat(fixture.count("deleted_endpoint")).isZero();
    }

    /** In bulk; ids as in today's partition. */
    private void history(EndpointId endpoint, int rows) {
        long today = START.toEpochMilli();
        fixture.jdbc()
                .sql("""
                        WITH made AS (
                            INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, created_at)
                            SELECT (lpad(to_hex(?::bigint + n), 12, '0') || substr(md5(random()::text), 1, 20))::uuid, ?,
                                gen_random_uuid(), 1, 3, 1, ?
                            FROM generate_series(1, ?) n
                            RETURNING id, created_at
                        )
                        INSERT INTO attempt (delivery_id, number, started_at, latency_ms)
                        SELECT id, 1, created_at, 1 FROM made
                        """)
                .params(today, endpoint.value(), START.atOffset(ZoneOffset.UTC), rows)
                .update();
    }

    private long deliveries(EndpointId endpoint) {
        return fixture.count("delivery WHERE endpoint_id = ?", endpoint.value());
    }
}
