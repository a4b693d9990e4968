package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The operator's list of endpoints that fail, of all accounts. Other tests' endpoints are on it too. */
class FailingIT {
    private static final String FAILING = "/operator/v1/failing";

    private final RunningApi api = RunningApi.strict();
    private final Client operator = api.operator();
    private final RunningApi.Customer customer = api.customer("enterprise");

    @Test
    void anEndpointThatFailsBelowTheBreakersThresholdIsListedWithItsAccountAndItsMaskedUrl() {
        String endpoint = create("https://93.184.216.34:8443/hooks/in?token=sesame");
        failing(endpoint, "2091-02-03T04:05:06Z");
        waiting(endpoint, 3);

        JsonNode found = find(endpoint);

        assertThat(found.path("account_id").asString()).isEqualTo(customer.accountId());
        assertThat(found.path("account_name").asString()).isEqualTo("Acme");
        assertThat(found.path("url").asString()).isEqualTo("https://93.184.216.34:8443/hooks/in?***");
        assertThat(found.path("state").asString()).isEqualTo("failing");
        assertThat(found.path("inactive_reason").isNull()).isTrue();
        assertThat(found.path("since").asString()).isEqualTo("2091-02-03T04:05:06.000Z");
        assertThat(found.path("error").asString()).isEqualTo("timeout");
        assertThat(found.path("waiting").intValue()).isEqualTo(3);
        assertThat(found.path("oldest_waiting_at").asString()).isEqualTo("2091-01-01T00:00:00.000Z");
        assertThat(found.path("next_attempt_at").asString()).isEqualTo("2099-01-01T00:00:00.000Z");
        assertThat(found.toString()).doesNotContain("sesame");
        assertThat(customer.client()
                        .get("/v1/webhooks/" + endpoint)
                        .is(200)
                        .json()
                        .path("health")
                        .path("since")
                        .asString())
                .isEqualTo("2091-02-03T04:05:06.000Z");
    }

    @Test
    void anEndpointThatIsHeldSaysSinceWhenAndWhyAndWhenItIsTriedAgain() {
        String endpoint = create("https://93.184.216.34/held");
        failing(endpoint, "2091-01-01T00:00:00Z");
        waiting(endpoint, 1);
        database("""
                INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
                VALUES ('%s', 3, '2091-03-01T12:00:00Z', 4, '2100-01-01T00:00:00Z', 'http_503')""", endpoint);

        JsonNode found = find(endpoint);

        assertThat(found.path("state").asString()).isEqualTo("held");
        assertThat(found.path("since").asString()).isEqualTo("2091-03-01T12:00:00.000Z");
        assertThat(found.path("error").asString()).isEqualTo("http_503");
        assertThat(found.path("next_attempt_at").asString()).isEqualTo("2100-01-01T00:00:00.000Z");
    }

    @Test
    void anEndpointThatAnswered410OrFailedForDaysIsListedWithTheReason() {
        String gone = create("https://93.184.216.34/gone");
        inactive(gone, "gone");
        String failed = create("https://93.184.216.34/failed");
        inactive(failed, "failing");

        assertThat(find(gone).path("state").asString()).isEqualTo("stopped");
        assertThat(find(gone).path("inactive_reason").asString()).isEqualTo("gone");
        assertThat(find(gone).path("error").asString()).isEqualTo("http_410");
        assertThat(find(gone).path("since").asString()).isEqualTo("2091-04-01T00:00:00.000Z");
        assertThat(find(failed).path("inactive_reason").asString()).isEqualTo("failing");
    }

    @Test
    void anEndpointThatWorksOrThatSomeoneStoppedIsNotListed() {
        String healthy = create("https://93.184.216.34/healthy");
        String paused = create("https://93.184.216.34/paused");
        failing(paused, "2091-01-01T00:00:00Z");
        customer.client().patch("/v1/webhooks/" + paused, "{\"active\": false}").is(200);
        String stopped = create("https://93.184.216.34/stopped");
        failing(stopped, "2091-01-01T00:00:00Z");
        operator.patch(
                        "/operator/v1/accounts/" + customer.accountId() + "/webhooks/" + stopped,
                        "{\"active\": false, \"reason\": \"abuse\"}")
                .is(200);

        assertThat(ids(100)).doesNotContain(healthy, paused, stopped);
    }

    @Test
    void pagesGoFromTheLatestToTheOldestAndEndWithThoseOfUnknownTime() {
        String oldest = create("https://93.184.216.34/1");
        failing(oldest, "2092-01-01T00:00:00Z");
        String newest = create("https://93.184.216.34/2");
        failing(newest, "2092-01-01T00:00:00.000002Z");
        String middle = create("https://93.184.216.34/3");
        failing(middle, "2092-01-01T00:00:00.000001Z");
        String unknown = create("https://93.184.216.34/4");
        database("INSERT INTO endpoint_activity (endpoint_id, last_delivery_status) VALUES ('%s', 'failed')", unknown);

        List<String> paged = ids(1);

        assertThat(paged).doesNotHaveDuplicates().containsSubsequence(newest, middle, oldest, unknown);
        assertThat(paged).isEqualTo(ids(100));
    }

    @Test
    void aCursorOrLimitThatCannotBeIsRefused() {
        assertThat(operator.get(FAILING + "?limit=101").is(400).body()).contains("\"field\":\"limit\"");
        assertThat(operator.get(FAILING + "?cursor=AAAA").is(400).body()).contains("\"field\":\"cursor\"");
        assertThat(operator.get(FAILING + "?state=held").is(400).body()).contains("known parameters: cursor, limit");
    }

    private String create(String url) {
        return customer.client()
                .post("/v1/webhooks", "{\"url\": \"%s\", \"events\": [\"license.issued\"]}".formatted(url))
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private void failing(String endpoint, String since) {
        database(
                "INSERT INTO endpoint_activity (endpoint_id, last_delivery_status, failing_since) VALUES ('%s', 'retrying', '"
                        + since + "')",
                endpoint);
    }

    private void inactive(String endpoint, String reason) {
        database(
                "UPDATE endpoint SET active = false, inactive_since = '2091-04-01T00:00:00Z', inactive_reason = '"
                        + reason + "' WHERE id = '%s'",
                endpoint);
    }

    private void waiting(String endpoint, int rows) {
        database("""
                WITH waiting AS (
                    INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at, created_at)
                    SELECT gen_random_uuid(), '%%1$s', gen_random_uuid(), 6, 1, '2099-01-01T00:00:00Z', '2091-01-01T00:00:00Z'
                    FROM generate_series(1, %d)
                    RETURNING *
                ), delivery AS (
                    INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, last_error, created_at)
                    SELECT delivery_id, endpoint_id, event_id, event_type, 2, 1, 'timeout', created_at FROM waiting
                )
                INSERT INTO endpoint_queue (endpoint_id, shard, next_due_at) VALUES ('%%1$s', 0, '2099-01-01T00:00:00Z')
                """.formatted(rows), endpoint);
    }

    private void database(String sql, String endpoint) {
        api.database().sql(sql.formatted(endpoint)).update();
    }

    private JsonNode find(String endpoint) {
        return all(100).stream()
                .filter(found -> found.path("endpoint_id").asString().equals(endpoint))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(int limit) {
        return all(limit).stream()
                .map(found -> found.path("endpoint_id").asString())
                .toList();
    }

    private List<JsonNode> all(int limit) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    operator.get(FAILING + "?limit=" + limit + cursor).is(200).json();
            assertThat(page.path("endpoints").size()).isLessThanOrEqualTo(limit);
            page.path("endpoints").forEach(found::add);
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty());
        return found;
    }
}
