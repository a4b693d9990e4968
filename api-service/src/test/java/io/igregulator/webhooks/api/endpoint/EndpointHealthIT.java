package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the owner of an endpoint sees of its state, and of what waits for it. */
class EndpointHealthIT {
    private static final Instant TAKEN = Instant.parse("2026-11-21T12:00:00.123Z");

    private final RunningApi api = RunningApi.strict();
    private final Client client = api.customer("pro").client();
    private String id;
    private String path;

    @BeforeEach
    void create() {
        id = client.post("/v1/webhooks", """
                        {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""").is(201).json().path("id").asString();
        path = "/v1/webhooks/" + id;
    }

    @Test
    void aNewEndpointIsHealthyAndNothingWaits() {
        JsonNode endpoint = endpoint();

        assertThat(endpoint.path("health").toString()).isEqualTo("""
                {"state":"healthy","since":null,"error":null,"next_attempt_at":null,"waiting":0,"oldest_waiting_at":null,\
                "attempts_1h":0,"failed_1h":0}""");
        assertThat(endpoint.path("inactive").isNull()).isTrue();
    }

    @Test
    void anEndpointWhoseLatestAttemptFailedIsFailingAndSaysWhyAndWhenItIsTriedAgain() {
        waiting(1, DeliveryStatus.RETRYING, 503);
        activity("retrying");

        JsonNode health = endpoint().path("health");

        assertThat(health.path("state").asString()).isEqualTo("failing");
        assertThat(health.path("error").asString()).isEqualTo("http_503");
        assertThat(health.path("waiting").intValue()).isEqualTo(1);
        assertThat(health.path("oldest_waiting_at").asString()).isEqualTo(TAKEN.toString());
        assertThat(health.path("next_attempt_at").asString()).isEqualTo("2099-01-01T00:00:00.000Z");
    }

    @Test
    void anEndpointBehindAnOpenCircuitIsHeldUntilItsProbeAndSoAreItsDeliveries() {
        DeliveryId delivery = waiting(1, DeliveryStatus.RETRYING, 500);
        waiting(0, DeliveryStatus.PENDING, null);
        database("""
                INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
                VALUES ('%s', 0, '2026-11-21T12:05:00Z', 3, '2100-01-01T00:00:00Z', 'timeout')""");

        JsonNode health = endpoint().path("health");

        assertThat(health.path("state").asString()).isEqualTo("held");
        assertThat(health.path("since").asString()).isEqualTo("2026-11-21T12:05:00.000Z");
        assertThat(health.path("error").asString()).isEqualTo("timeout");
        assertThat(health.path("next_attempt_at").asString()).isEqualTo("2100-01-01T00:00:00.000Z");
        assertThat(health.path("waiting").intValue()).isEqualTo(2);
        for (JsonNode one : client.get(path + "/deliveries").is(200).json().path("deliveries")) {
            assertThat(one.path("waiting_for").asString()).isEqualTo("circuit");
            assertThat(one.path("next_attempt_at").asString()).isEqualTo("2100-01-01T00:00:00.000Z");
        }
        assertThat(detail(delivery).path("waiting_for").asString()).isEqualTo("circuit");
    }

    @Test
    void anEndpointThatItsOwnerSetInactiveIsPausedFromThenOn() {
        DeliveryId delivery = waiting(1, DeliveryStatus.RETRYING, 500);
        Instant before = Instant.now();
        client.patch(path, "{\"active\": false}").is(200);

        JsonNode endpoint = endpoint();

        assertThat(endpoint.path("health").path("state").asString()).isEqualTo("paused");
        assertThat(endpoint.path("health").path("next_attempt_at").isNull()).isTrue();
        assertThat(endpoint.path("inactive").path("reason").asString()).isEqualTo("owner");
        assertThat(Instant.parse(endpoint.path("inactive").path("since").asString()))
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(detail(delivery).path("waiting_for").asString()).isEqualTo("active");
        assertThat(detail(delivery).path("next_attempt_at").isNull()).isTrue();

        client.patch(path, "{\"active\": true}").is(200);

        assertThat(endpoint().path("inactive").isNull()).isTrue();
        assertThat(detail(delivery).path("waiting_for").asString()).isEqualTo("attempt");
    }

    @Test
    void anEndpointWhoseReceiverIsGoneIsStoppedAndOneThatIsChangedStaysSo() {
        database("UPDATE endpoint SET active = false, inactive_reason = 'gone', inactive_since = '2026-11-21T12:00:00Z'"
                + " WHERE id = '%s'");
        client.patch(path, "{\"description\": \"gone\", \"active\": false}").is(200);

        JsonNode endpoint = endpoint();

        assertThat(endpoint.path("health").path("state").asString()).isEqualTo("stopped");
        assertThat(endpoint.path("health").path("error").asString()).isEqualTo("http_410");
        assertThat(endpoint.path("inactive").toString())
                .isEqualTo("{\"reason\":\"gone\",\"since\":\"2026-11-21T12:00:00.000Z\"}");
    }

    @Test
    void anEndpointThatFailedForDaysIsStoppedWithTheErrorOfWhatWaits() {
        waiting(1, DeliveryStatus.RETRYING, 503);
        database(
                "UPDATE endpoint SET active = false, inactive_reason = 'failing', inactive_since = '2026-11-21T12:00:00Z'"
                        + " WHERE id = '%s'");

        JsonNode endpoint = endpoint();

        assertThat(endpoint.path("health").path("state").asString()).isEqualTo("stopped");
        assertThat(endpoint.path("health").path("error").asString()).isEqualTo("http_503");
        assertThat(endpoint.path("inactive").toString())
                .isEqualTo("{\"reason\":\"failing\",\"since\":\"2026-11-21T12:00:00.000Z\"}");
    }

    @Test
    void aReactivatedEndpointHasFailedForNoTime() {
        database("INSERT INTO endpoint_activity (endpoint_id, last_delivery_status, failing_since, last_failed_at)"
                + " VALUES ('%s', 'failed', '2026-11-15T12:00:00Z', '2026-11-20T12:00:00Z')");
        client.patch(path, "{\"active\": false}").is(200);

        client.patch(path, "{\"active\": true}").is(200);

        assertThat(api.database()
                        .sql("SELECT count(*) FROM endpoint_activity WHERE endpoint_id = ?::uuid"
                                + " AND failing_since IS NULL AND last_failed_at IS NULL")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anEndpointInAnEpisodeOfFailureIsFailingSinceItBegan() {
        activity("success");
        database(
                "INSERT INTO endpoint_degradation (endpoint_id, shard, degraded_at) VALUES ('%s', 0, '2026-11-21T12:00:00Z')");

        JsonNode health = endpoint().path("health");

        assertThat(health.path("state").asString()).isEqualTo("failing");
        assertThat(health.path("since").asString()).isEqualTo("2026-11-21T12:00:00.000Z");
    }

    @Test
    void aDeliveryThatHasEndedWaitsForNothing() {
        DeliveryId delivery = waiting(1, DeliveryStatus.RETRYING, 500);
        database(
                "UPDATE delivery SET status = %d, completed_at = now(), next_attempt_at = NULL WHERE endpoint_id = '%%s'"
                        .formatted(DeliveryStatus.FAILED.code()));

        assertThat(detail(delivery).path("waiting_for").isNull()).isTrue();
    }

    /** The same in the list as by its id, but for the last hour. */
    private JsonNode endpoint() {
        JsonNode one = client.get(path).is(200).json();
        JsonNode listed =
                client.get("/v1/webhooks").is(200).json().path("webhooks").get(0);
        JsonNode expected = one.deepCopy();
        ((ObjectNode) expected.path("health")).remove(List.of("attempts_1h", "failed_1h"));
        assertThat(listed).isEqualTo(expected);
        return one;
    }

    private JsonNode detail(DeliveryId delivery) {
        return client.get(path + "/deliveries/" + delivery.value()).is(200).json();
    }

    private DeliveryId waiting(int attempts, DeliveryStatus status, @Nullable Integer httpStatus) {
        EventId event = EventId.create(TAKEN, new Random(attempts));
        DeliveryId delivery = DeliveryId.of(event, new EndpointId(UUID.fromString(id)));
        database("""
                INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at, created_at)
                VALUES ('%s', '%%s', '%s', 6, %d, '2099-01-01T00:00:00Z', '%s')""".formatted(delivery.value(), event.bits(), attempts, TAKEN));
        database("""
                INSERT INTO endpoint_queue (endpoint_id, shard, next_due_at) VALUES ('%s', 0, '2099-01-01T00:00:00Z')
                ON CONFLICT DO NOTHING""");
        database("""
                INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, next_attempt_at,
                    last_http_status, created_at)
                VALUES ('%s', '%%s', '%s', 6, %d, %d, '2099-01-01T00:00:00Z', %s, '%s')""".formatted(delivery.value(), event.bits(), status.code(), attempts, httpStatus, TAKEN));
        return delivery;
    }

    private void activity(String status) {
        database("INSERT INTO endpoint_activity (endpoint_id, last_delivery_status) VALUES ('%s', '" + status + "')");
    }

    private void database(String sql) {
        api.database().sql(sql.formatted(id)).update();
    }
}
