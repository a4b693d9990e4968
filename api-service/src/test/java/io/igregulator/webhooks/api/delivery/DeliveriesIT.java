package io.igregulator.webhooks.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.History;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DeliveriesIT {
    private static final String ISSUED = "license.issued";
    private static final String DEGRADED = "coverage.degraded";

    private final RunningApi api = RunningApi.strict();
    private final History history = new History(api.database());
    private final Client client = api.customer("pro").client();
    private final String endpoint = endpoint(client);
    private final String deliveries = "/v1/webhooks/" + endpoint + "/deliveries";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void aListedDeliveryHasTheContractsFields() {
        DeliveryId success = history.write(endpoint, now, ISSUED, "success");

        JsonNode page = client.get(deliveries).is(200).json();

        assertThat(page.propertyNames()).containsExactly("deliveries", "next_cursor");
        assertThat(page.path("next_cursor").isNull()).isTrue();
        JsonNode delivery = page.path("deliveries").get(0);
        assertThat(delivery.propertyNames())
                .containsExactly(
                        "id",
                        "webhook_id",
                        "event",
                        "event_id",
                        "status",
                        "attempt_count",
                        "next_attempt_at",
                        "waiting_for",
                        "last_http_status",
                        "last_error",
                        "latency_ms",
                        "created_at",
                        "completed_at");
        assertThat(delivery.path("id").asString()).isEqualTo(success.toString());
        assertThat(delivery.path("webhook_id").asString()).isEqualTo(endpoint);
        assertThat(delivery.path("event").asString()).isEqualTo(ISSUED);
        assertThat(delivery.path("event_id").asString()).startsWith("evt_");
        assertThat(delivery.path("status").asString()).isEqualTo("success");
        assertThat(delivery.path("attempt_count").asInt()).isEqualTo(1);
        assertThat(delivery.path("next_attempt_at").isNull()).isTrue();
        assertThat(delivery.path("last_http_status").asInt()).isEqualTo(200);
        assertThat(delivery.path("last_error").isNull()).isTrue();
        assertThat(delivery.path("latency_ms").asInt()).isEqualTo(7);
        assertThat(Instant.parse(delivery.path("created_at").asString())).isEqualTo(now);
        assertThat(delivery.path("completed_at").asString()).matches(".*\\.\\d{3}Z");
    }

    @Test
    void pagesAreNewestFirstAndCompleteWhileRowsAreInsertedAndChange() {
        List<String> written = IntStream.range(0, 25)
                .mapToObj(i -> history.write(endpoint, now.minus(Duration.ofHours(7L * i)), ISSUED, "success")
                        .toString())
                .toList();

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get(deliveries + "?limit=4" + cursor).is(200).json();
            page.path("deliveries")
                    .values()
                    .forEach(node -> read.add(node.path("id").asString()));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asString();
            // One newer than all, and one already shown changes.
            history.write(endpoint, now.plusSeconds(read.size()), ISSUED, "success");
            client.post(deliveries + "/" + read.getFirst() + "/resend", "");
        } while (!cursor.isEmpty());

        assertThat(read).containsExactlyElementsOf(written);
    }

    @ParameterizedTest
    @CsvSource({
        "'',5",
        "status=failed,2",
        "status=success,2",
        "status=retrying,1",
        "status=pending,0",
        "event=coverage.degraded,2",
        "event=license.expired,0",
        "status=failed&event=coverage.degraded,1",
        "'status=failed,retrying',3",
        "'status=failed,failed',2",
        "'status=success&event=license.issued,coverage.degraded',2",
        "status=retrying&event=license.issued,1",
    })
    void filtersCombine(String filter, int expected) {
        history.write(endpoint, now, ISSUED, "success");
        history.write(endpoint, now.minus(Duration.ofDays(9)), DEGRADED, "success");
        history.write(endpoint, now.minusSeconds(1), ISSUED, "failed");
        history.write(endpoint, now.minus(Duration.ofDays(12)), DEGRADED, "failed");
        history.write(endpoint, now.minus(Duration.ofDays(20)), ISSUED, "retrying");
        history.write(endpoint(api.customer("pro").client()), now, ISSUED, "failed");

        JsonNode page = client.get(deliveries + "?" + filter).is(200).json();

        assertThat(page.path("deliveries").size()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "status=sent,invalid_query,status",
        "status=,invalid_query,status",
        "status=failed&status=failed,invalid_query,status",
        "event=license,invalid_query,event",
        "state=failed,invalid_query,state",
        "limit=0,invalid_pagination,limit",
        "limit=201,invalid_pagination,limit",
        "limit=ten,invalid_pagination,limit",
        "cursor=,invalid_pagination,cursor",
        "cursor=AAAA,invalid_pagination,cursor",
        "cursor=%C3%A9,invalid_pagination,cursor",
        "cursor=AAAAAAAAAAAAAAAAAAAAAB,invalid_pagination,cursor",
    })
    void whatCannotBeListedIsRefusedByName(String query, String code, String field) {
        client.get(deliveries + "?" + query).isError(400, code, "invalid_input").blames(field);
    }

    @Test
    void aDeliveryShowsWhatWasSentAndEveryAttempt() {
        DeliveryId delivery = history.write(endpoint, now, ISSUED, "failed");
        history.attempt(delivery, 2, now.plusSeconds(2), "second");
        history.attempt(delivery, 1, now, "first");

        Answer answer = client.get(deliveries + "/" + delivery).is(200);

        JsonNode detail = answer.json();
        EventId event = EventId.parse(detail.path("event_id").asString());
        assertThat(answer.body()).contains("\"payload\":" + History.body(event));
        assertThat(detail.path("status").asString()).isEqualTo("failed");
        assertThat(detail.path("attempts").size()).isEqualTo(2);
        JsonNode first = detail.path("attempts").get(0);
        assertThat(first.propertyNames())
                .containsExactly("number", "started_at", "http_status", "latency_ms", "error", "response_body");
        assertThat(first.path("number").asInt()).isEqualTo(1);
        assertThat(first.path("response_body").asString()).isEqualTo("first");
        assertThat(first.path("error").isNull()).isTrue();
    }

    @Test
    void aSuccessAtFirstShowsItsAttemptAlthoughItHasNoRow() {
        DeliveryId delivery = history.write(endpoint, now, ISSUED, "success");
        api.database()
                .sql("UPDATE delivery SET response_body = 'thanks' WHERE id = ?")
                .param(delivery.value())
                .update();

        JsonNode attempts =
                client.get(deliveries + "/" + delivery).is(200).json().path("attempts");

        assertThat(attempts.size()).isEqualTo(1);
        JsonNode attempt = attempts.get(0);
        assertThat(attempt.propertyNames())
                .containsExactly("number", "started_at", "http_status", "latency_ms", "error", "response_body");
        assertThat(attempt.path("number").asInt()).isEqualTo(1);
        assertThat(Instant.parse(attempt.path("started_at").asString())).isEqualTo(now);
        assertThat(attempt.path("http_status").asInt()).isEqualTo(200);
        assertThat(attempt.path("latency_ms").asInt()).isEqualTo(7);
        assertThat(attempt.path("error").isNull()).isTrue();
        assertThat(attempt.path("response_body").asString()).isEqualTo("thanks");
        resend(delivery).is(202);
        assertThat(client.get(deliveries + "/" + delivery).is(200).json().path("attempts"))
                .as("also while it is sent again")
                .isEqualTo(attempts);
    }

    @Test
    void aDeliveryWhoseEventIsGoneHasNoPayloadAndIsNotSentAgain() {
        DeliveryId delivery = history.write(endpoint, now, ISSUED, "failed");
        api.database()
                .sql("DELETE FROM event WHERE id = (SELECT event_id FROM delivery WHERE id = ?)")
                .param(delivery.value())
                .update();

        JsonNode detail = client.get(deliveries + "/" + delivery).is(200).json();
        assertThat(detail.path("payload").isNull()).isTrue();
        resend(delivery).isError(409, "invalid_query", "event_expired");
    }

    @ParameterizedTest
    @CsvSource({"success", "failed"})
    void whatHasEndedIsSentAgain(String status) {
        DeliveryId delivery = history.write(endpoint, now, ISSUED, status);

        JsonNode answer = resend(delivery).is(202).json();

        assertThat(answer.path("status").asString()).isEqualTo("pending");
        assertThat(answer.path("attempt_count").asInt()).isEqualTo(1);
        assertThat(answer.path("completed_at").isNull()).isTrue();
        assertThat(answer.path("next_attempt_at").isNull()).isFalse();
        assertThat(waiting(delivery)).isEqualTo("1 attempts, 1 before");
        assertThat(api.database()
                        .sql("SELECT count(*) FROM endpoint_queue WHERE endpoint_id = ?::uuid AND next_due_at <= now()")
                        .param(endpoint)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(resend(delivery).is(202).json().path("status").asString()).isEqualTo("pending");
    }

    @Test
    void whatWaitsForItsRetryIsSentNow() {
        DeliveryId delivery = history.write(endpoint, now, ISSUED, "retrying");
        wait(delivery, "next_attempt_at");

        JsonNode answer = resend(delivery).is(202).json();

        assertThat(answer.path("status").asString()).isEqualTo("pending");
        assertThat(waiting(delivery)).isEqualTo("1 attempts, 1 before");
    }

    @Test
    void whatIsBeingAttemptedIsLeftAlone() {
        DeliveryId delivery = history.write(endpoint, now, ISSUED, "retrying");
        wait(delivery, "now() + interval '1 minute'");

        JsonNode answer = resend(delivery).is(202).json();

        assertThat(answer.path("status").asString()).isEqualTo("retrying");
        assertThat(waiting(delivery)).isEqualTo("1 attempts, none before");
    }

    @Test
    void aDeliveryIsNotSentWithoutEnd() {
        DeliveryId delivery = history.write(endpoint, now, ISSUED, "failed");
        api.database()
                .sql("UPDATE delivery SET attempt_count = 100 WHERE id = ?")
                .param(delivery.value())
                .update();

        resend(delivery).isError(409, "invalid_query", "too_many_attempts");
    }

    @Test
    void otherAccountsNeitherSeeNorSendThem() {
        DeliveryId delivery = history.write(endpoint, now, ISSUED, "failed");
        Client other = api.customer("pro").client();
        String foreign = endpoint(other);

        other.get(deliveries).isError(404, "not_found", "webhook_not_found");
        other.get(deliveries + "/" + delivery).isError(404, "not_found", "webhook_not_found");
        other.post(deliveries + "/" + delivery + "/resend", "").isError(404, "not_found", "webhook_not_found");
        other.get("/v1/webhooks/" + foreign + "/deliveries/" + delivery)
                .isError(404, "not_found", "delivery_not_found");
        other.post("/v1/webhooks/" + foreign + "/deliveries/" + delivery + "/resend", "")
                .isError(404, "not_found", "delivery_not_found");
        client.get(deliveries + "/" + UUID.randomUUID()).isError(404, "not_found", "delivery_not_found");
        client.get(deliveries + "/nonsense").isError(404, "not_found", "delivery_not_found");
        api.anonymous().get(deliveries).isError(401, "auth_required", "api_key_missing");
    }

    private Answer resend(DeliveryId delivery) {
        return client.post(deliveries + "/" + delivery + "/resend", "");
    }

    private void wait(DeliveryId delivery, String due) {
        api.database().sql("""
                        INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at,
                            created_at)
                        SELECT id, endpoint_id, event_id, event_type, attempt_count, %s, created_at
                        FROM delivery WHERE id = ?
                        """.formatted(due)).param(delivery.value()).update();
    }

    private String waiting(DeliveryId delivery) {
        return api.database()
                .sql("""
                        SELECT attempts || ' attempts, ' || coalesce(attempts_before_resend::text, 'none') || ' before'
                        FROM waiting_delivery WHERE delivery_id = ?
                        """)
                .param(delivery.value())
                .query(String.class)
                .single();
    }

    private static String endpoint(Client client) {
        return client.post("/v1/webhooks", """
                        {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""").is(201).json().path("id").asString();
    }
}
