package io.igregulator.webhooks.api.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.RunningApi;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CircuitsIT {
    private static final String CIRCUITS = "/operator/v1/circuits";
    private final RunningApi api = RunningApi.development();

    @Test
    void operatorsSeeWhichEndpointsAreLeftAloneSinceWhenAndWhy() {
        RunningApi.Customer customer = api.customer("pro");
        UUID endpoint = UUID.fromString(customer.client()
                .post("/v1/webhooks", "{\"url\": \"http://127.0.0.1:9/secret-path\", \"events\": [\"license.issued\"]}")
                .is(201)
                .json()
                .path("id")
                .asString());
        api.database().sql("""
                        INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
                        VALUES (?, 3, '2026-11-21T12:00:00Z', 4, '2026-11-21T12:04:00Z', 'timeout')
                        """).param(endpoint).update();
        api.database().sql("""
                        INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at,
                            created_at)
                        SELECT gen_random_uuid(), ?, gen_random_uuid(), 6, 0, now(), now()
                        FROM generate_series(1, 7)
                        """).param(endpoint).update();

        JsonNode circuit = only(endpoint);

        assertThat(circuit.path("account_id").asString()).isEqualTo(customer.accountId());
        assertThat(circuit.path("host").asString()).isEqualTo("127.0.0.1");
        assertThat(circuit.path("opened_at").asString()).isEqualTo("2026-11-21T12:00:00.000Z");
        assertThat(circuit.path("probe_at").asString()).isEqualTo("2026-11-21T12:04:00.000Z");
        assertThat(circuit.path("openings").intValue()).isEqualTo(4);
        assertThat(circuit.path("last_error").asString()).isEqualTo("timeout");
        assertThat(circuit.path("degraded").booleanValue()).isFalse();
        assertThat(circuit.path("waiting").intValue()).isEqualTo(7);
        assertThat(circuit.toString()).doesNotContain("secret-path");
    }

    @Test
    void thePublicPortDoesNotShowThem() {
        api.anonymous().get(CIRCUITS).is(404);
    }

    private JsonNode only(UUID endpoint) {
        for (JsonNode circuit : api.operator().get(CIRCUITS).is(200).json().path("circuits")) {
            if (circuit.path("endpoint_id").asString().equals(endpoint.toString())) {
                return circuit;
            }
        }
        throw new AssertionError("not listed: " + endpoint);
    }
}
