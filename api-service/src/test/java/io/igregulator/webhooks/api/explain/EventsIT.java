package io.igregulator.webhooks.api.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.FannedOutEvents;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.EventSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may ask where an event is, and what the answer looks like. */
class EventsIT {
    private static final EventType ISSUED = EventType.LICENSE_ISSUED;

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("enterprise");
    private final Customer other = api.customer("enterprise");
    private final Client client = customer.client();
    private final Client operatorClient = api.operator();
    private final FannedOutEvents events = new FannedOutEvents(api.database());
    private final String operator = "operator-" + UUID.randomUUID();

    @Test
    void theAnswerHasThePayloadAsItIsSentAndEveryEndpointOfTheAccount() {
        String sent = endpoint(customer, "license.issued");
        String not = endpoint(customer, "license.expired");
        endpoint(other, "license.issued");
        EventId event = events.ofOperator(ISSUED, operator);
        DeliveryId delivery = events.deliver(event, ISSUED, sent);

        JsonNode answer = client.get("/v1/events/" + event).is(200).json();

        assertThat(answer.propertyNames())
                .containsExactly(
                        "event_id", "event", "created_at", "fanned_out_at", "payload", "endpoints", "next_cursor");
        assertThat(answer.path("event_id").asString()).isEqualTo(event.toString());
        assertThat(answer.path("event").asString()).isEqualTo("license.issued");
        assertThat(answer.at("/payload/data/operator_slug").asString()).isEqualTo(operator);
        assertThat(answer.path("next_cursor").isNull()).isTrue();
        assertThat(ids(answer)).containsExactlyInAnyOrder(sent, not);
        JsonNode found = at(answer, sent);
        assertThat(found.path("delivery"))
                .isEqualTo(client.get("/v1/webhooks/" + sent + "/deliveries")
                        .json()
                        .at("/deliveries/0"));
        assertThat(found.at("/delivery/id").asString()).isEqualTo(delivery.toString());
        assertThat(found.path("not_sent").isNull()).isTrue();
        assertThat(at(answer, not).at("/not_sent/reason").asString()).isEqualTo("not_subscribed");
    }

    @Test
    void pagesHoldEachEndpointOnce() {
        List<String> all = Stream.generate(() -> endpoint(customer, "coverage.degraded"))
                .limit(5)
                .toList();
        client.delete("/v1/webhooks/" + all.getFirst()).is(204);
        EventId event = events.forEveryone();

        assertThat(pages(client, "/v1/events/" + event + "?limit=2")).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void whatIsForEveryAccountIsReadByEveryAccount() {
        EventId event = events.forEveryone();

        assertThat(client.get("/v1/events/" + event).is(200).json().path("endpoints"))
                .isEmpty();
    }

    @Test
    void anEventOfAnOperatorIsReadWhereItIsWatchedOrWasWatchedOrSubscribedToOrSentTo() {
        EventId event = events.ofOperator(ISSUED, operator);
        unknown(client, event.toString());

        endpoint(customer, "license.issued");
        client.get("/v1/events/" + event).is(200);

        unknown(other.client(), event.toString());
        String watchlist = "/operator/v1/accounts/" + other.accountId() + "/watchlist/" + operator;
        operatorClient.send("PUT", watchlist, "").is(204);
        other.client().get("/v1/events/" + event).is(200);
        operatorClient.delete(watchlist).is(204);
        other.client().get("/v1/events/" + event).is(200);

        Customer third = api.customer("enterprise");
        String sent = endpoint(third, "license.expired");
        unknown(third.client(), event.toString());
        events.deliver(event, ISSUED, sent);
        third.client().get("/v1/events/" + event).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"license.*", "*"})
    void aWildcardSubscribesToWhatItCovers(String wildcard) {
        EventId event = events.ofOperator(ISSUED, operator);
        endpoint(customer, "coverage.*");
        unknown(client, event.toString());

        endpoint(customer, wildcard);

        client.get("/v1/events/" + event).is(200);
    }

    @Test
    void aNoticeAboutAnEndpointIsReadByItsAccountAlone() {
        String endpoint = endpoint(customer, "webhook.endpoint_degraded");
        endpoint(other, "webhook.endpoint_degraded");
        EventId event = events.aboutEndpoint(customer.accountId(), endpoint);

        client.get("/v1/events/" + event).is(200);
        unknown(other.client(), event.toString());
        operatorClient
                .get("/operator/v1/events/" + event + "?account_id=" + other.accountId())
                .isError(404, "not_found", "event_not_found");
        operatorClient
                .get("/operator/v1/events/" + event + "?account_id=" + customer.accountId())
                .is(200);
        operatorClient.get("/operator/v1/events/" + event).is(200);
    }

    @Test
    void anotherAccountsEndpointsAreNotShown() {
        String own = endpoint(customer, "license.issued");
        String foreign = endpoint(other, "license.issued");
        EventId event = events.ofOperator(ISSUED, operator);
        events.deliver(event, ISSUED, own);
        events.deliver(event, ISSUED, foreign);

        assertThat(ids(client.get("/v1/events/" + event).is(200).json())).containsExactly(own);
        assertThat(ids(other.client().get("/v1/events/" + event).is(200).json()))
                .containsExactly(foreign);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evt_01KPN3Q1A0K1M3N5P7Q9R1S3T5", "evt_", "7", "evt_01kpn3q1a0k1m3n5p7q9r1s3t5", "%00"})
    void whatIsNotTheIdOfAnEventIsUnknown(String id) {
        int status = client.get("/v1/events/" + id).status();
        assertThat(status).isIn(400, 404);
        if (!id.equals("%00")) {
            unknown(client, id);
            operatorClient.get("/operator/v1/events/" + id).isError(404, "not_found", "event_not_found");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,invalid_pagination,limit",
        "limit=201,invalid_pagination,limit",
        "cursor=x,invalid_pagination,cursor",
        "account_id=1,invalid_query,account_id",
        "order=asc,invalid_query,order",
    })
    void aParameterThatIsWrongIsRefused(String query, String code, String field) {
        EventId event = events.forEveryone();

        client.get("/v1/events/" + event + "?" + query)
                .isError(400, code, "invalid_input")
                .blames(field);
        operatorClient
                .get("/operator/v1/events/" + event + "?" + query)
                .isError(400, code, "invalid_input")
                .blames(field);
    }

    @Test
    void theOperatorSeesTheDeliveriesOfAllAccountsAPageAtATime() {
        String first = endpoint(customer, "license.issued");
        String second = endpoint(other, "license.issued");
        String third = endpoint(other, "license.issued");
        EventId event = events.ofOperator(ISSUED, operator);
        List.of(first, second, third).forEach(endpoint -> events.deliver(event, ISSUED, endpoint));
        String path = "/operator/v1/events/" + event;

        JsonNode answer = operatorClient.get(path).is(200).json();

        assertThat(ids(answer)).containsExactlyInAnyOrder(first, second, third);
        JsonNode found = at(answer, first);
        assertThat(found.propertyNames()).containsExactly("account_id", "endpoint_id", "delivery", "not_sent");
        assertThat(found.path("account_id").asString()).isEqualTo(customer.accountId());
        assertThat(found.at("/delivery/status").asString()).isEqualTo("success");
        assertThat(pages(operatorClient, path + "?limit=1")).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    void theOperatorSeesWhyAnAccountWasNotSentWhatTheAccountMayNotRead() {
        String endpoint = endpoint(customer, "license.expired");
        EventId event = events.ofOperator(ISSUED, operator);
        String path = "/operator/v1/events/" + event + "?account_id=";

        JsonNode answer =
                operatorClient.get(path + customer.accountId()).is(200).json();

        assertThat(at(answer, endpoint).path("account_id").asString()).isEqualTo(customer.accountId());
        assertThat(at(answer, endpoint).at("/not_sent/reason").asString()).isEqualTo("not_subscribed");
        operatorClient.get(path + UUID.randomUUID()).isError(404, "not_found", "account_not_found");
    }

    @Test
    void anEventThatWasAcceptedAndIsNotStoredYetIsKnownToTheOperator() {
        EventId event = EventId.create(Instant.now(), RandomGenerator.getDefault());
        ObjectNode body = (ObjectNode) EventSchema.load(EventEnvelope.API_VERSION, ISSUED.wireName())
                .example()
                .deepCopy();
        operatorClient
                .post(
                        "/operator/v1/events",
                        body.put("event_id", event.toString()).toString())
                .is(200);
        String endpoint = endpoint(customer, "license.issued");
        String path = "/operator/v1/events/" + event;

        JsonNode answer = operatorClient
                .get(path + "?account_id=" + customer.accountId())
                .is(200)
                .json();

        assertThat(answer.path("event").isNull()).isTrue();
        assertThat(answer.path("payload").isNull()).isTrue();
        assertThat(answer.path("fanned_out_at").isNull()).isTrue();
        assertThat(at(answer, endpoint).at("/not_sent/reason").asString()).isEqualTo("not_fanned_out_yet");
        assertThat(operatorClient.get(path).is(200).json().path("endpoints")).isEmpty();
        unknown(client, event.toString());
    }

    private String endpoint(Customer owner, String event) {
        return owner.client()
                .post("/v1/webhooks", """
                        {"url": "https://93.184.216.34/hook", "events": ["%s"]}""".formatted(event))
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private static void unknown(Client who, String event) {
        who.get("/v1/events/" + event).isError(404, "not_found", "event_not_found");
    }

    private static List<String> pages(Client who, String path) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = who.get(path + cursor).is(200).json();
            all.addAll(ids(page));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("endpoints")
                .valueStream()
                .map(each -> each.path("endpoint_id").asString())
                .toList();
    }

    private static JsonNode at(JsonNode answer, String endpoint) {
        return answer.path("endpoints")
                .valueStream()
                .filter(each -> each.path("endpoint_id").asString().equals(endpoint))
                .findFirst()
                .orElseThrow();
    }
}
