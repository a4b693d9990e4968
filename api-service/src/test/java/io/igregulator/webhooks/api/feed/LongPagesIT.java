package io.igregulator.webhooks.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.OpenRequests;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.id.EventId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pages of megabytes are written in parts, for which all accounts together have so much memory and no more. */
class LongPagesIT {
    private static final String FEED = "/v1/watchlist/events";
    private static final int EVENTS = 19;
    private static final int SIZE = 400 * 1024;
    private static final RunningApi API = RunningApi.with(Map.of(
            "webhooks.limits.max-wait", "200ms",
            // For one part.
            "webhooks.limits.answer-memory", "768KB",
            "webhooks.connections.body-timeout", "3s",
            "webhooks.connections.min-body-rate", "1MB"));

    private final OpenRequests slow = new OpenRequests(API.port());
    private final Customer reader = API.customer("enterprise");
    private final Customer other = API.customer("enterprise");

    @AfterAll
    static void stop() {
        API.close();
    }

    @AfterEach
    void close() {
        slow.close();
    }

    @Test
    void aLongPageIsWholeAndInOrder() throws SQLException {
        List<String> stored = store(reader);

        Answer answer = reader.client().get(FEED).is(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        List<String> shown = new ArrayList<>();
        for (JsonNode event : answer.json().path("events")) {
            shown.add(event.path("event_id").asString());
            assertThat(event.path("text").asString()).hasSize(SIZE);
        }
        assertThat(shown).isEqualTo(stored);
    }

    @Test
    void whileASlowReaderHoldsTheMemoryOthersAreAskedToComeBack() throws SQLException {
        store(reader);
        slow.complete("GET", FEED, reader.key());

        Answer refused = await().until(() -> other.client().get(FEED), answer -> answer.status() != 200);

        refused.isError(503, "server_error", "temporarily_unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        slow.close();
        await().untilAsserted(() -> other.client().get(FEED).is(200));
    }

    @Test
    void aReaderThatIsTooSlowIsCutOffAndGivesTheMemoryBack() throws SQLException {
        store(reader);
        slow.complete("GET", FEED, reader.key());
        await().until(() -> other.client().get(FEED), answer -> answer.status() == 503);

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> other.client().get(FEED).is(200));

        assertThat(slow.drainFirst()).isLessThan((long) EVENTS * SIZE);
    }

    private static List<String> store(Customer customer) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = API.connection()) {
            for (int i = 0; i < EVENTS; i++) {
                EventId id = EventId.create(Instant.now(), RandomGenerator.getDefault());
                String body = "{\"event\": \"license.issued\", \"event_id\": \"%s\", \"text\": \"%s\"}"
                        .formatted(id, "x".repeat(SIZE));
                FeedEvents.store(
                        connection,
                        FeedAudience.ACCOUNT + customer.accountId(),
                        id,
                        body.getBytes(StandardCharsets.UTF_8));
                ids.add(id.toString());
            }
        }
        return ids;
    }
}
