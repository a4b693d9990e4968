package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.sql.Columns;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events as the platform's own systems publish them, and what the API writes to have those sent that were missed. */
final class MissedEvents implements AutoCloseable {
    private static final Random RANDOM = new Random();

    private final JdbcClient jdbc;
    private final KafkaProducer<byte[], byte[]> producer = producer(Map.of());

    MissedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param operator null for an event that is about none */
    EventId publish(EventType type, @Nullable String operator) {
        return publish(Instant.now(), type, operator);
    }

    EventId publish(Instant time, EventType type, @Nullable String operator) {
        EventId event = EventId.create(time, RANDOM);
        send(type, body(event, type, operator == null ? "\"jurisdiction_code\": \"MT\"" : about(operator)));
        return event;
    }

    /** Of a type that the tests' endpoints do not take. */
    void store(int count) {
        jdbc.sql("""
                        WITH stored AS (
                            INSERT INTO event (id, type, body, published_at)
                            SELECT gen_random_uuid(), 'license.expired', '{}', now() FROM generate_series(1, ?)
                            RETURNING id
                        )
                        INSERT INTO feed_entry (audience, event_id) SELECT 'operator:acme', id FROM stored
                        """).param(count).update();
    }

    void publishDegraded(EndpointId endpoint) {
        EventType type = EventType.ENDPOINT_DEGRADED;
        send(type, body(EventId.create(Instant.now(), RANDOM), type, """
                "endpoint_id": "%s", "url": "https://hooks.example/", "failure_rate": 0.5, "failed_attempts": 10,
                "total_attempts": 20, "window_seconds": 3600, "last_error": "timeout",
                "failing_since": "2026-11-21T09:20:00.000Z\"""".formatted(endpoint)));
    }

    /** As an operator's replay does. */
    void publishAgain(EventId event) {
        send(
                EventType.LICENSE_ISSUED,
                jdbc.sql("SELECT body FROM event WHERE id = ?")
                        .param(event.bits())
                        .query((row, number) -> row.getBytes("body"))
                        .single());
    }

    /** A transaction of an upstream system that stays open: fan-out reads no further than its first record. */
    Held holdFanOut() {
        return new Held();
    }

    /** Lets fan-out continue when it is closed. */
    static final class Held implements AutoCloseable {
        private final KafkaProducer<byte[], byte[]> upstream =
                producer(Map.of("transactional.id", UUID.randomUUID().toString()));

        private Held() {
            upstream.initTransactions();
            upstream.beginTransaction();
        }

        void publish(EventType type) {
            EventId event = EventId.create(Instant.now(), RANDOM);
            var _ = upstream.send(
                    new ProducerRecord<>(type.domain().topic(), body(event, type, "\"jurisdiction_code\": \"MT\"")));
            upstream.flush();
        }

        @Override
        public void close() {
            upstream.commitTransaction();
            upstream.close();
        }
    }

    UUID recover(EndpointId endpoint, Instant since, String... what) {
        return insert(endpoint, since, false, what);
    }

    UUID dryRun(EndpointId endpoint, Instant since, String... what) {
        return insert(endpoint, since, true, what);
    }

    private UUID insert(EndpointId endpoint, Instant since, boolean dryRun, String... what) {
        UUID id = UUID.randomUUID();
        boolean missedAlone = !List.of(what).contains("failed");
        jdbc.sql("""
                        INSERT INTO recovery (id, endpoint_id, since, until, position_created_at, next_step_at,
                            created_at, what, dry_run, missed_below, missed_stored_at, missed_tx, missed_event)
                        VALUES (:id, :endpoint, :since, clock_timestamp(), :since, now(),
                            clock_timestamp(), :what, :dryRun, pg_snapshot_xmax(pg_current_snapshot()),
                            CASE WHEN :missedAlone THEN CAST(:since AS timestamptz) END,
                            CASE WHEN :missedAlone THEN CAST('0' AS xid8) END,
                            CASE WHEN :missedAlone THEN CAST('00000000-0000-0000-0000-000000000000' AS uuid) END)
                        """)
                .param("id", id)
                .param("endpoint", endpoint.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("what", Columns.of("text", List.of(what)))
                .param("dryRun", dryRun)
                .param("missedAlone", missedAlone)
                .update();
        return id;
    }

    String status(UUID recovery) {
        return jdbc.sql("SELECT status FROM recovery WHERE id = ?")
                .param(recovery)
                .query(String.class)
                .single();
    }

    int stored(Instant since) {
        return jdbc.sql("SELECT count(*) FROM feed_entry WHERE stored_at >= ?")
                .param(since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(EventType type, byte[] body) {
        try {
            producer.send(new ProducerRecord<>(type.domain().topic(), body)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String about(String operator) {
        return """
                "operator_slug": "%s", "operator_id": "op-1", "license_id": "lic-1", "license_number": "MGA/1",
                "jurisdiction_code": "MT", "expiry_date": "2026-12-21\"""".formatted(operator);
    }

    private static byte[] body(EventId event, EventType type, String data) {
        return """
                {"event": "%s", "event_id": "%s", "api_version": "2026-04-20",
                 "timestamp": "2026-11-21T10:00:00.123Z", "livemode": true, "data": {%s}}\
                """.formatted(type.wireName(), event, data).getBytes(StandardCharsets.UTF_8);
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", Infrastructure.shared().bootstrapServers());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
