package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.fixture.FannedOutEvents;
import io.igregulator.webhooks.api.fixture.History;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An account with an endpoint in each state, deliveries in each, and an event that some of them were sent. */
final class Stage {
    private final Instant now = Instant.now();
    private final RunningApi api;
    private final JdbcClient jdbc;
    private final History history;
    final String account;
    final String key;
    final Map<String, String> endpoints = new LinkedHashMap<>();
    final DeliveryId failed;
    final EventId event;

    Stage(RunningApi api) {
        this.api = api;
        this.jdbc = api.database();
        this.history = new History(jdbc);
        this.account = account("Acme Affiliates");
        account("Beacon Compliance");
        account("Casino <b>Review</b> & Sons");
        this.key = key();
        healthy();
        failing();
        held();
        paused();
        stopped();
        gone();
        this.failed = deliveries(endpoint("healthy"));
        this.event = event();
    }

    String endpoint(String state) {
        String id = endpoints.get(state);
        if (id == null) {
            throw new IllegalArgumentException(state);
        }
        return id;
    }

    private String account(String name) {
        return api.operator()
                .post(
                        "/operator/v1/accounts",
                        json(Map.of("name", name, "plan", "business", "requests_per_second", 10_000)))
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private String key() {
        return api.operator()
                .post("/operator/v1/accounts/" + account + "/keys", json(Map.of("name", "backend")))
                .is(201)
                .json()
                .path("api_key")
                .asString();
    }

    private String endpoint(String state, String url, String description) {
        String id = api.withKey(key)
                .post(
                        "/v1/webhooks",
                        json(Map.of(
                                "url",
                                url,
                                "description",
                                description,
                                "events",
                                List.of("license.issued", "license.status_changed", "license.expired"),
                                "watchlist_only",
                                false)))
                .is(201)
                .json()
                .path("id")
                .asString();
        endpoints.put(state, id);
        return id;
    }

    private void healthy() {
        String id =
                endpoint("healthy", "http://127.0.0.1:9/hooks/licences", "Licence changes for the affiliate platform");
        jdbc.sql(
                        "INSERT INTO endpoint_activity (endpoint_id, last_delivered_at, last_delivery_status) VALUES (?::uuid, now() - interval '3 minutes', 'success')")
                .param(id)
                .update();
    }

    private void failing() {
        String id = endpoint("failing", "http://127.0.0.1:9/hooks/partners?token=hidden", "Partner portal");
        jdbc.sql("INSERT INTO endpoint_activity (endpoint_id, last_delivery_status) VALUES (?::uuid, 'retrying')")
                .param(id)
                .update();
        waiting(id, 3, 2);
    }

    private void held() {
        String id = endpoint("held", "http://127.0.0.1:9/hooks/warehouse", "Data warehouse");
        jdbc.sql("""
                        INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
                        VALUES (?::uuid, 0, now() - interval '16 minutes', 3, now() + interval '7 minutes', 'http_503')
                        """).param(id).update();
        waiting(id, 40, 1);
    }

    private void paused() {
        String id = endpoint("paused", "http://127.0.0.1:9/hooks/staging", "Staging");
        api.withKey(key).patch("/v1/webhooks/" + id, "{\"active\": false}").is(200);
    }

    private void stopped() {
        String id = endpoint("stopped", "http://127.0.0.1:9/hooks/legacy", "");
        api.operator()
                .patch(
                        "/operator/v1/accounts/" + account + "/webhooks/" + id,
                        json(Map.of(
                                "active", false, "reason", "It answers each request with a megabyte. Please call us.")))
                .is(200);
    }

    private void gone() {
        String id = endpoint("gone", "http://127.0.0.1:9/hooks/old", "The first receiver");
        jdbc.sql(
                        "UPDATE endpoint SET active = false, inactive_reason = 'gone', inactive_since = now() - interval '2 days' WHERE id = ?::uuid")
                .param(id)
                .update();
    }

    private void waiting(String endpoint, int number, int attempts) {
        for (int i = 0; i < number; i++) {
            Instant at = now.minus(Duration.ofMinutes(16).minusSeconds(20L * i));
            DeliveryId delivery = history.write(endpoint, at, "license.issued", "retrying");
            jdbc.sql("""
                            INSERT INTO waiting_delivery
                                (delivery_id, endpoint_id, event_id, event_type, attempts, due_at, created_at)
                            SELECT id, endpoint_id, event_id, event_type, ?, next_attempt_at, created_at
                            FROM delivery WHERE id = ?
                            """).param(attempts).param(delivery.value()).update();
        }
        jdbc.sql("""
                        INSERT INTO endpoint_queue (endpoint_id, shard, next_due_at) VALUES (?::uuid, 0, now() + interval '9 minutes')
                        ON CONFLICT (endpoint_id) DO UPDATE SET next_due_at = EXCLUDED.next_due_at
                        """).param(endpoint).update();
    }

    private DeliveryId deliveries(String endpoint) {
        for (int i = 0; i < 70; i++) {
            history.write(
                    endpoint,
                    now.minusSeconds(95L * i + 40),
                    i % 3 == 0 ? "license.status_changed" : "license.issued",
                    "success");
        }
        DeliveryId delivery = history.write(endpoint, now.minusSeconds(30), "license.expired", "failed");
        for (int attempt = 1; attempt <= 3; attempt++) {
            history.attempt(
                    delivery,
                    attempt,
                    now.minusSeconds(200 - 40L * attempt),
                    "<html><body>Service <b>unavailable</b></body></html>");
        }
        jdbc.sql("UPDATE delivery SET attempt_count = 3, last_error = NULL, last_http_status = 500 WHERE id = ?")
                .param(delivery.value())
                .update();
        return delivery;
    }

    private EventId event() {
        FannedOutEvents events = new FannedOutEvents(jdbc);
        EventId id = events.ofOperator(EventType.LICENSE_ISSUED, "operator-" + UUID.randomUUID());
        events.deliver(id, EventType.LICENSE_ISSUED, endpoint("healthy"));
        events.deliver(id, EventType.LICENSE_ISSUED, endpoint("failing"));
        return id;
    }

    private static String json(Map<String, Object> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
