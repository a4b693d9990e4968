package io.igregulator.webhooks.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.id.EventId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FeedIT {
    private static final String FEED = "/v1/watchlist/events";

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("enterprise");
    private final Client client = customer.client();
    // Other tests may have left events for everyone.
    private final String start = "?cursor=" + poll("").path("next_cursor").asString();
    private final String operator = "operator-" + UUID.randomUUID();

    @AfterEach
    void reset() {
        api.clock().reset();
    }

    @Test
    void theFeedHoldsWhatAnEndpointWithEveryTypeWouldBeSent() {
        Customer other = api.customer("enterprise");
        watch(customer, operator);
        EventId watched = store(FeedAudience.OPERATOR + operator);
        store(FeedAudience.OPERATOR + "someone-else");
        EventId coverage = store(FeedAudience.EVERYONE);
        EventId own = store(FeedAudience.ACCOUNT + customer.accountId());
        store(FeedAudience.ACCOUNT + other.accountId());

        assertThat(ids(poll(start))).containsExactly(watched.toString(), coverage.toString(), own.toString());
    }

    @Test
    void envelopesAreTheVeryBytesThatWerePublished() throws SQLException {
        EventId first = id();
        EventId second = id();
        String odd = "{\"event_id\":\t\"" + first + "\" ,\r\n \"name\": \"Zo\\u00eb é \\/\", \"n\": 1.50e1, \"a\":1}";
        String marked = "\uFEFF{\"event_id\": \"" + second + "\"}";
        try (Connection connection = api.connection()) {
            FeedEvents.store(connection, FeedAudience.EVERYONE, first, odd.getBytes(StandardCharsets.UTF_8));
            FeedEvents.store(connection, FeedAudience.EVERYONE, second, marked.getBytes(StandardCharsets.UTF_16LE));
        }

        Answer answer = client.get(FEED + start).is(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).startsWith("{\"events\":[" + odd + ",");
        assertThat(ids(answer.json())).containsExactly(first.toString(), second.toString());
    }

    @Test
    void whatCameBeforeAnOperatorWasWatchedIsNotShownAndWhatCameWhileItWasStays() {
        store(FeedAudience.OPERATOR + operator);
        watch(customer, operator);
        EventId first = store(FeedAudience.OPERATOR + operator);
        unwatch(customer, operator);
        store(FeedAudience.OPERATOR + operator);
        watch(customer, operator);
        EventId second = store(FeedAudience.OPERATOR + operator);

        assertThat(ids(poll(start))).containsExactly(first.toString(), second.toString());
        assertThat(ids(poll(""))).contains(first.toString(), second.toString());
    }

    @Test
    void pagesJoinWithoutGapOrOverlapAcrossManyOperators() {
        List<String> expected = Stream.concat(
                        Stream.generate(() -> operator + "-"
                                        + RandomGenerator.getDefault().nextInt(12))
                                .limit(60),
                        Stream.of(operator + "-0"))
                .peek(slug -> watch(customer, slug))
                .map(slug -> store(FeedAudience.OPERATOR + slug).toString())
                .toList();

        for (int limit : List.of(1, 7, 61, 500)) {
            assertThat(new Poller(client, start.replace('?', '&')).drain(limit)).isEqualTo(expected);
        }
    }

    @Test
    void aCursorIsGivenEvenWhenNothingCameAndGoesOnFromThere() {
        watch(customer, operator);
        JsonNode empty = poll(start);
        assertThat(empty.propertyNames()).containsExactly("events", "next_cursor");
        assertThat(empty.path("events")).isEmpty();

        EventId event = store(FeedAudience.OPERATOR + operator);

        JsonNode page = poll("?cursor=" + empty.path("next_cursor").asString());
        assertThat(ids(page)).containsExactly(event.toString());
        assertThat(poll("?cursor=" + page.path("next_cursor").asString()).path("events"))
                .isEmpty();
    }

    @Test
    void sinceStartsAtATimeOfStoring() {
        watch(customer, operator);
        EventId old = storeAgo(Duration.ofHours(2));
        EventId recent = storeAgo(Duration.ofMinutes(10));

        assertThat(ids(poll(since(Duration.ofHours(1)))))
                .contains(recent.toString())
                .doesNotContain(old.toString());
        assertThat(ids(poll(since(Duration.ofHours(3))))).contains(old.toString(), recent.toString());
        assertThat(ids(poll("?since=2026-01-01T00:00:00%2B02:00"))).contains(old.toString(), recent.toString());
        assertThat(ids(poll("?since=9999-12-31T23:59:59Z"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T00:00:00%2B0000",
                "2026-01-01T00:00:00.1234567890Z",
                "2025-12-31T23:59:60Z",
                "2026-01-01T00:59:60%2B01:00"
            })
    void aTimeMayBeWrittenInEveryWayThatTheSchemaAllows(String since) {
        watch(customer, operator);
        EventId event = storeAgo(Duration.ofHours(2));

        assertThat(ids(poll("?since=" + since + "&limit=500"))).contains(event.toString());
    }

    @Test
    void nothingIsOlderThanThirtyDaysWhicheverWayItIsAskedFor() {
        watch(customer, operator);
        EventId old = storeAgo(Duration.ofDays(30).plusMinutes(1));
        EventId recent = storeAgo(Duration.ofDays(30).minusMinutes(10));

        for (String query : List.of("", "?since=2020-01-01T00:00:00Z", start)) {
            assertThat(ids(poll(query))).contains(recent.toString()).doesNotContain(old.toString());
        }
    }

    @Test
    void aPageOfLargeEventsIsShorterAndGoesOn() throws SQLException {
        watch(customer, operator);
        String filler = "x".repeat(500_000);
        try (Connection connection = api.connection()) {
            for (int i = 0; i < 20; i++) {
                EventId id = id();
                FeedEvents.store(
                        connection,
                        FeedAudience.OPERATOR + operator,
                        id,
                        ("{\"event_id\": \"" + id + "\", \"data\": {\"filler\": \"" + filler + "\"}}")
                                .getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(poll(start).path("events").size()).isBetween(15, 17);
        assertThat(new Poller(client, start.replace('?', '&')).drain(100)).hasSize(20);
    }

    @Test
    void whatRetentionHasDroppedIsPassedOver() {
        watch(customer, operator);
        EventId dropped = store(FeedAudience.OPERATOR + operator);
        EventId kept = store(FeedAudience.OPERATOR + operator);
        api.database()
                .sql("DELETE FROM event WHERE id = ?")
                .param(dropped.bits())
                .update();

        JsonNode first = poll(start + "&limit=1");
        assertThat(first.path("events")).isEmpty();
        assertThat(ids(poll("?cursor=" + first.path("next_cursor").asString()))).containsExactly(kept.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "", "AQ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AX__________AAAAAAAAAAAAAAAAAAAAAA", "*"})
    void aCursorThatWasNeverGivenOutIsRefused(String cursor) {
        client.get(FEED + "?cursor=" + cursor)
                .isError(400, "invalid_pagination", "invalid_input")
                .blames("cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-04-20", "2026-04-20T12:00:00", "1776686400", "2026-02-30T00:00:00Z"})
    void aTimeThatIsNoneIsRefused(String since) {
        client.get(FEED + "?since=" + since)
                .isError(400, "invalid_query", "invalid_input")
                .blames("since");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "x", ""})
    void aLimitOutOfBoundsIsRefused(String limit) {
        client.get(FEED + "?limit=" + limit)
                .isError(400, "invalid_pagination", "invalid_input")
                .blames("limit");
    }

    @Test
    void aTimeAndACursorTogetherAreRefused() {
        client.get(FEED + start + "&since=2026-04-20T12:00:00Z")
                .isError(400, "invalid_query", "conflicting_parameters")
                .blamesNothing();
    }

    private JsonNode poll(String query) {
        return client.get(FEED + query).is(200).json();
    }

    private static String since(Duration ago) {
        return "?since=" + Instant.now().minus(ago);
    }

    private EventId store(String audience) {
        try (Connection connection = api.connection()) {
            return FeedEvents.store(connection, audience);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if time had passed since then, for all that was stored before, too. */
    private EventId storeAgo(Duration ago) {
        EventId id = store(FeedAudience.OPERATOR + operator);
        api.database()
                .sql("UPDATE feed_entry SET stored_at = least(stored_at, now() - make_interval(secs => ?))")
                .param(ago.toSeconds())
                .update();
        return id;
    }

    private void watch(Customer who, String slug) {
        api.operator()
                .send("PUT", "/operator/v1/accounts/" + who.accountId() + "/watchlist/" + slug, "")
                .is(204);
    }

    private void unwatch(Customer who, String slug) {
        who.client().delete("/v1/watchlist/operators/" + slug).is(204);
    }

    private static EventId id() {
        return EventId.create(Instant.now(), RandomGenerator.getDefault());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("events")
                .valueStream()
                .map(event -> event.path("event_id").asString())
                .toList();
    }
}
