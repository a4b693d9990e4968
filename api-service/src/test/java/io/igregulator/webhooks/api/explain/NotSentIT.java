package io.igregulator.webhooks.api.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.FannedOutEvents;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each reason why an event was not sent, as it was then, whatever is true now. */
class NotSentIT {
    private static final EventType ISSUED = EventType.LICENSE_ISSUED;

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("enterprise");
    private final Client client = customer.client();
    private final FannedOutEvents events = new FannedOutEvents(api.database());
    private final String operator = "operator-" + UUID.randomUUID();

    /** What comes before the event does so by far. */
    @BeforeEach
    void earlier() {
        api.clock().advance(Duration.ofMinutes(-10));
    }

    @AfterEach
    void reset() {
        api.clock().reset();
    }

    @Test
    void anEndpointThatWasInactiveAndIsActiveNow() {
        String endpoint = endpoint("license.issued", false);
        Instant before = api.clock().instant();
        patch(endpoint, "{\"active\": false}");
        Instant after = api.clock().instant();
        EventId event = store();
        later();
        patch(endpoint, "{\"active\": true}");

        assertThat(since(notSent(event, endpoint, "inactive"))).isBetween(before.minusMillis(1), after);
    }

    @Test
    void anEndpointThatAReceiverSwitchedOffAndThatIsActiveAgain() {
        String endpoint = endpoint("license.issued", false);
        Instant gone = api.clock().instant();
        switchOff(endpoint, gone);
        EventId event = store();
        later();
        patch(endpoint, "{\"active\": true}");

        assertThat(since(notSent(event, endpoint, "inactive"))).isBetween(gone.minusMillis(1), gone);
    }

    @Test
    void anEndpointThatWasActiveAndIsInactiveNowWasToGetIt() {
        String endpoint = endpoint("license.issued", false);
        EventId event = store();
        later();
        patch(endpoint, "{\"active\": false}");

        notSent(event, endpoint, "not_fanned_out_yet");
    }

    @Test
    void anEndpointThatSubscribedLater() {
        String endpoint = endpoint("license.expired", false);
        EventId event = store();
        later();
        patch(endpoint, "{\"events\": [\"license.issued\"]}");

        assertThat(since(notSent(event, endpoint, "not_subscribed"))).isEqualTo(createdAt(endpoint));
    }

    @Test
    void anEndpointThatHadUnsubscribedIsNotSubscribedSinceThen() {
        String endpoint = endpoint("license.issued", false);
        String other = endpoint("license.issued", false);
        patch(endpoint, "{\"events\": [\"license.expired\"]}");
        patch(endpoint, "{\"active\": false}");
        patch(endpoint, "{\"active\": true}");
        EventId event = store();
        events.deliver(event, ISSUED, other);

        JsonNode why = notSent(event, endpoint, "not_subscribed");

        assertThat(since(why)).isAfter(createdAt(endpoint));
        assertThat(why.path("since").asString())
                .as("the first of its changes")
                .isEqualTo(auditedAt(endpoint, "events"));
    }

    @Test
    void anEndpointThatSubscribedByAWildcardAndDoesNoLonger() {
        String family = endpoint("license.*", false);
        String all = endpoint("*", false);
        endpoint("license.issued", false);
        EventId event = store();
        later();
        patch(family, "{\"events\": [\"coverage.*\"]}");
        patch(all, "{\"events\": [\"coverage.*\"]}");

        notSent(event, family, "not_fanned_out_yet");
        notSent(event, all, "not_fanned_out_yet");
    }

    @Test
    void anEndpointThatSubscribedToAnotherFamilyAndToAllSince() {
        String endpoint = endpoint("coverage.*", false);
        EventId event = store();
        later();
        patch(endpoint, "{\"events\": [\"*\"]}");

        assertThat(since(notSent(event, endpoint, "not_subscribed"))).isEqualTo(createdAt(endpoint));
    }

    @Test
    void anOperatorThatWasNotWatchedAndIsWatchedNow() {
        String endpoint = endpoint("license.issued", true);
        EventId event = store();
        later();
        watch(operator);

        assertThat(since(notSent(event, endpoint, "not_watched"))).isEqualTo(createdAt(endpoint));
    }

    @Test
    void anOperatorThatHadBeenTakenOffTheWatchlistAndIsOnItAgain() {
        String endpoint = endpoint("license.issued", true);
        watch(operator);
        Instant before = api.clock().instant();
        unwatch(operator);
        EventId event = store();
        later();
        watch(operator);

        assertThat(since(notSent(event, endpoint, "not_watched"))).isAfterOrEqualTo(before.minusMillis(1));
    }

    @Test
    void anOperatorThatWasWatchedAndIsNotWatchedNowWasToBeSent() {
        String endpoint = endpoint("license.issued", true);
        watch(operator);
        EventId event = store();
        later();
        unwatch(operator);

        notSent(event, endpoint, "not_fanned_out_yet");
    }

    @Test
    void anEndpointThatTookItsWatchlistAloneAndTakesAllNow() {
        String endpoint = endpoint("license.issued", true);
        String other = endpoint("license.issued", false);
        EventId event = store();
        later();
        patch(endpoint, "{\"watchlist_only\": false}");
        patch(other, "{\"watchlist_only\": true}");

        notSent(event, endpoint, "not_watched");
        notSent(event, other, "not_fanned_out_yet");
    }

    @Test
    void anEndpointThatWasCreatedLater() {
        endpoint("license.issued", false);
        EventId event = store();
        later();
        String endpoint = endpoint("license.issued", false);

        assertThat(since(notSent(event, endpoint, "created_later"))).isEqualTo(createdAt(endpoint));
    }

    @Test
    void anEndpointThatWasDeletedBeforeOrSince() {
        String kept = endpoint("license.issued", false);
        String before = endpoint("license.issued", false);
        String since = endpoint("license.issued", false);
        client.delete("/v1/webhooks/" + before).is(204);
        EventId event = store();
        events.deliver(event, ISSUED, since);
        later();
        client.delete("/v1/webhooks/" + since).is(204);

        notSent(event, before, "deleted");
        assertThat(since(notSent(event, since, "deleted"))).isAfter(Instant.now());
        notSent(event, kept, "not_fanned_out_yet");
    }

    @Test
    void anEndpointThatWasDeletedLongBeforeIsNotListed() {
        endpoint("coverage.degraded", false);
        String endpoint = endpoint("coverage.degraded", false);
        client.delete("/v1/webhooks/" + endpoint).is(204);
        api.clock().reset();
        EventId event = events.forEveryone();
        api.database()
                .sql("UPDATE feed_entry SET stored_at = now() + interval '31 days' WHERE event_id = ?")
                .param(event.bits())
                .update();

        assertThat(client.get("/v1/events/" + event)
                        .is(200)
                        .json()
                        .path("endpoints")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aNoticeAboutAnEndpointIsSentToTheOthers() {
        String degraded = endpoint("webhook.endpoint_degraded", true);
        String sibling = endpoint("webhook.endpoint_degraded", true);
        api.clock().reset();
        EventId event = events.aboutEndpoint(customer.accountId(), degraded);

        notSent(event, degraded, "about_itself");
        notSent(event, sibling, "not_fanned_out_yet");
    }

    @Test
    void aChangeBetweenTheStoringAndTheLookForRecipientsIsTheReason() {
        String endpoint = endpoint("license.issued", false);
        String watching = endpoint("license.issued", true);
        watch(operator);
        EventId event = store();
        patch(endpoint, "{\"active\": false}");
        unwatch(operator);

        notSent(event, endpoint, "inactive");
        notSent(event, watching, "not_watched");
    }

    @Test
    void aChangeThatWasNotCommittedInTimeIsTheReasonOnceADeliveryWouldBeThere() {
        String endpoint = endpoint("license.issued", false);
        patch(endpoint, "{\"active\": false}");
        api.clock().reset();
        patch(endpoint, "{\"active\": true}");
        EventId event = store();

        notSent(event, endpoint, "not_fanned_out_yet");
        later();
        notSent(event, endpoint, "inactive");
    }

    private EventId store() {
        api.clock().reset();
        return events.ofOperator(ISSUED, operator);
    }

    private String endpoint(String event, boolean watchlistOnly) {
        return client.post("/v1/webhooks", """
                        {"url": "https://93.184.216.34/hook", "events": ["%s"], "watchlist_only": %s}""".formatted(event, watchlistOnly))
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private void patch(String endpoint, String change) {
        client.patch("/v1/webhooks/" + endpoint, change).is(200);
    }

    private Instant createdAt(String endpoint) {
        return Instant.parse(client.get("/v1/webhooks/" + endpoint)
                .is(200)
                .json()
                .path("created_at")
                .asString());
    }

    private String auditedAt(String endpoint, String field) {
        return api.operator()
                .get("/operator/v1/audit?account_id=" + customer.accountId() + "&action=endpoint.updated")
                .is(200)
                .json()
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("target").asString().equals(endpoint)
                        && entry.path("changes").has(field))
                .findFirst()
                .orElseThrow()
                .path("at")
                .asString();
    }

    private void watch(String slug) {
        api.operator()
                .send("PUT", "/operator/v1/accounts/" + customer.accountId() + "/watchlist/" + slug, "")
                .is(204);
    }

    private void unwatch(String slug) {
        client.delete("/v1/watchlist/operators/" + slug).is(204);
    }

    /** So much later that nothing done then can have decided over the event. */
    private void later() {
        api.clock().advance(Duration.ofMinutes(2));
    }

    /** As the worker does after a 410. */
    private void switchOff(String endpoint, Instant at) {
        api.database()
                .sql("UPDATE endpoint SET active = false, version = version + 1 WHERE id = ?::uuid")
                .param(endpoint)
                .update();
        api.database()
                .sql("""
                        INSERT INTO audit_entry (at, account_id, actor, action, target, changes)
                        VALUES (?::timestamptz, ?::uuid, 'worker', 'endpoint.updated', ?,
                            '{"active": {"from": true, "to": false}, "http_status": {"to": 410}}')
                        """)
                .param(at.toString())
                .param(customer.accountId())
                .param(endpoint)
                .update();
    }

    private JsonNode notSent(EventId event, String endpoint, String reason) {
        JsonNode found = client.get("/v1/events/" + event)
                .is(200)
                .json()
                .path("endpoints")
                .valueStream()
                .filter(each -> each.path("endpoint_id").asString().equals(endpoint))
                .findFirst()
                .orElseThrow();
        assertThat(found.path("delivery").isNull()).isTrue();
        JsonNode notSent = found.path("not_sent");
        assertThat(notSent.propertyNames()).containsExactly("reason", "since");
        assertThat(notSent.path("reason").asString()).isEqualTo(reason);
        return notSent;
    }

    private static Instant since(JsonNode notSent) {
        return Instant.parse(notSent.path("since").asString());
    }
}
