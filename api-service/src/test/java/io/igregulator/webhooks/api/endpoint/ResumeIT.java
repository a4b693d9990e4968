package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.History;
import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.id.DeliveryId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What asks the worker that owns an endpoint to try it now, and what does not. */
class ResumeIT {
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    private final RunningApi api = RunningApi.development();
    private final RunningApi.Customer customer = api.customer("pro");
    private final Client client = customer.client();
    private final Receiver receiver = new Receiver();
    private String id = "";
    private String path = "";

    @BeforeEach
    void create() {
        id = client.post("/v1/webhooks", "{\"url\": \"" + receiver.url() + "\", \"events\": [\"license.issued\"]}")
                .is(201)
                .json()
                .path("id")
                .asString();
        path = "/v1/webhooks/" + id;
    }

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    @Test
    void aHeldEndpointIsTriedNowAndSaysSo() {
        hold();

        JsonNode answer = client.post(path + "/resume", "").is(202).json();

        assertThat(answer.propertyNames()).containsExactlyInAnyOrder("id", "health");
        assertThat(answer.path("id").asString()).isEqualTo(id);
        assertThat(answer.path("health").path("state").asString()).isEqualTo("held");
        assertThat(requested()).isTrue();
        assertThat(queueIsDue()).isTrue();
        assertThat(probeAt()).isBefore(LATER);
        assertThat(entries()).startsWith("endpoint.resumed by api_key {}");
    }

    @Test
    void whatWaitsSaysThatItIsNextOnceItsEndpointWasResumed() {
        hold();
        DeliveryId delivery = new History(api.database()).write(id, Instant.now(), "license.issued", "failed");
        JsonNode resent = client.post(path + "/deliveries/" + delivery + "/resend", "")
                .is(202)
                .json();
        assertThat(resent.path("waiting_for").asString()).isEqualTo("circuit");
        assertThat(Instant.parse(resent.path("next_attempt_at").asString())).isEqualTo(LATER);

        JsonNode health = client.post(path + "/resume", "").is(202).json().path("health");

        assertThat(health.path("waiting").intValue()).isEqualTo(1);
        Instant next = Instant.parse(health.path("next_attempt_at").asString());
        assertThat(next).isBefore(Instant.now().plusSeconds(5));
        assertThat(Instant.parse(client.get(path + "/deliveries/" + delivery)
                        .is(200)
                        .json()
                        .path("next_attempt_at")
                        .asString()))
                .isEqualTo(next);
    }

    @Test
    void theOperatorResumesAnAccountsEndpointWithoutSeeingItsUrl() {
        hold();
        String operators = "/operator/v1/accounts/" + customer.accountId() + "/webhooks/" + id + "/resume";

        Answer answer = api.operator().post(operators, "").is(202);

        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("id", "health");
        assertThat(requested()).isTrue();
        assertThat(entries()).startsWith("endpoint.resumed by operator {}");
        String other = api.customer("pro").accountId();
        api.operator()
                .post(operators.replace(customer.accountId(), other), "")
                .isError(404, "not_found", "webhook_not_found");
        api.operator()
                .post(operators.replace(customer.accountId(), UUID.randomUUID().toString()), "")
                .isError(404, "not_found", "account_not_found");
    }

    @Test
    void isRefusedForTenSecondsAfterTheLatestRequestOfEitherSide() {
        client.post(path + "/resume", "").is(202);
        take();

        Answer refused = client.post(path + "/resume", "").isError(429, "rate_limited", "resumed_lately");

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("1");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        api.operator()
                .post("/operator/v1/accounts/" + customer.accountId() + "/webhooks/" + id + "/resume", "")
                .isError(429, "rate_limited", "resumed_lately");
        assertThat(requested()).isFalse();
        assertThat(entries())
                .filteredOn(entry -> entry.startsWith("endpoint.resumed"))
                .hasSize(1);

        database("UPDATE endpoint_resume SET requested_at = now() - interval '10 s' WHERE endpoint_id = '%s'");
        client.post(path + "/resume", "").is(202);

        assertThat(requested()).isTrue();
    }

    @Test
    void anInactiveEndpointIsNotTriedBeforeItIsActivatedWhichResumesIt() {
        client.patch(path, "{\"active\": false}").is(200);

        client.post(path + "/resume", "").isError(409, "invalid_query", "webhook_inactive");

        assertThat(requests()).isZero();
        hold();
        client.patch(path, "{\"active\": true}").is(200);
        assertThat(requested()).isTrue();
        assertThat(queueIsDue()).isTrue();
        assertThat(probeAt()).isBefore(LATER);
    }

    @Test
    void aNewUrlIsTriedAtOnceEvenAfterATryOfTheOldOne() {
        hold();
        client.post(path + "/resume", "").is(202);
        take();
        hold();

        client.patch(path, "{\"url\": \"" + receiver.url() + "/moved\"}").is(200);

        assertThat(requested()).isTrue();
        assertThat(queueIsDue()).isTrue();
        assertThat(probeAt()).isBefore(LATER);
        assertThat(entries()).first().asString().startsWith("endpoint.updated");
    }

    @Test
    void anyOtherChangeLeavesTheWaitAsItIs() {
        hold();

        client.patch(path, "{\"description\": \"night shift\", \"events\": [\"license.expired\"]}")
                .is(200);

        assertThat(queueIsDue()).isFalse();
        assertThat(probeAt()).isEqualTo(LATER);
    }

    @Test
    void aTestThatWasDeliveredResumesAHeldEndpoint() {
        hold();
        receiver.answer(500, "still broken");
        client.post(path + "/test", "").is(200);
        assertThat(probeAt()).isEqualTo(LATER);

        receiver.answer(200, "ok");
        client.post(path + "/test", "").is(200);

        assertThat(requested()).isTrue();
        assertThat(probeAt()).isBefore(LATER);
        assertThat(entries()).startsWith("endpoint.resumed by api_key {\"cause\":{\"to\":\"test\"}}");
        hold();
        client.post(path + "/test", "").is(200);
        assertThat(probeAt()).as("ten seconds have not passed").isEqualTo(LATER);
    }

    @Test
    void aTestBringsNoRetriesForwardAndIsNotRecorded() {
        receiver.answer(200, "ok");
        client.post(path + "/test", "").is(200);

        assertThat(requests()).isZero();
        assertThat(entries()).first().asString().startsWith("endpoint.created");
    }

    /** As a worker leaves it: the circuit open, what waits held until its probe. */
    private void hold() {
        database("""
                INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
                VALUES ('%s', 0, now(), 3, '2099-01-01T00:00:00Z', 'timeout')
                ON CONFLICT (endpoint_id) DO UPDATE SET probe_at = EXCLUDED.probe_at
               """);
        database("""
                INSERT INTO endpoint_queue (endpoint_id, shard, next_due_at) VALUES ('%s', 0, '2099-01-01T00:00:00Z')
                ON CONFLICT (endpoint_id) DO UPDATE SET next_due_at = EXCLUDED.next_due_at
               """);
    }

    /** As the worker does that owns the endpoint. */
    private void take() {
        database("UPDATE endpoint_resume SET pending = false WHERE endpoint_id = '%s'");
    }

    private boolean requested() {
        return read("SELECT pending FROM endpoint_resume WHERE endpoint_id = '%s'", Boolean.class);
    }

    private boolean queueIsDue() {
        return read("SELECT next_due_at <= now() FROM endpoint_queue WHERE endpoint_id = '%s'", Boolean.class);
    }

    private Instant probeAt() {
        return read("SELECT probe_at FROM endpoint_circuit WHERE endpoint_id = '%s'", OffsetDateTime.class)
                .toInstant();
    }

    private long requests() {
        return read("SELECT count(*) FROM endpoint_resume WHERE endpoint_id = '%s'", Long.class);
    }

    private <T> T read(String sql, Class<T> type) {
        return api.database().sql(sql.formatted(id)).query(type).single();
    }

    private void database(String sql) {
        api.database().sql(sql.formatted(id)).update();
    }

    /** Newest first. */
    private List<String> entries() {
        List<String> lines = new ArrayList<>();
        api.operator()
                .get("/operator/v1/audit?account_id=" + customer.accountId())
                .is(200)
                .json()
                .path("entries")
                .forEach(entry -> lines.add(entry.path("action").asString() + " by "
                        + entry.path("actor").path("type").asString() + " " + entry.path("changes")));
        return lines;
    }
}
