package io.igregulator.webhooks.api.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.EventSchema;
import io.igregulator.webhooks.topic.Topics;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Kafka cannot be reached, so what is published again stays in the outbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {
    private static final String REPLAYS = "/operator/v1/replays";

    private final RunningApi api = RunningApi.with(Map.of());
    private final Client operator = api.operator();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void theEventsOfTheSpanArePublishedAgainAsTheyWere() {
        Instant from = Instant.parse("2026-10-01T10:00:00Z");
        store(from.minusMillis(1), EventType.LICENSE_ISSUED);
        List<EventId> events = IntStream.range(0, 450)
                .mapToObj(i -> store(from.plusMillis(i), EventType.LICENSE_ISSUED))
                .toList();
        store(from.plusMillis(450), EventType.LICENSE_ISSUED);

        Answer started = start(from, from.plusMillis(450), "").is(202);

        assertThat(started.json().path("found").asInt()).isEqualTo(450);
        assertThat(started.json().path("status").asString()).isEqualTo("queued");
        JsonNode done = awaitEnd(started);
        assertThat(done.path("published").asInt()).isEqualTo(450);
        assertThat(done.path("finished_at").isNull()).isFalse();
        assertThat(published(Topics.LICENSE_EVENTS, from, from.plusMillis(450)))
                .containsExactlyElementsOf(
                        events.stream().map(EventId::toString).toList());
        assertThat(api.database()
                        .sql("SELECT count(*) FROM outbox o JOIN event e ON o.value = e.body WHERE e.id = ?")
                        .param(events.getFirst().bits())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyTheTypesThatAreNamed() {
        Instant from = Instant.parse("2026-10-02T10:00:00Z");
        store(from, EventType.LICENSE_ISSUED);
        EventId wanted = store(from, EventType.COVERAGE_DEGRADED);

        Answer started = start(from, from.plusSeconds(1), ", \"types\": [\"coverage.degraded\"]")
                .is(202);

        assertThat(started.json().path("found").asInt()).isEqualTo(1);
        assertThat(awaitEnd(started).path("types").valueStream().map(JsonNode::asString))
                .containsExactly("coverage.degraded");
        assertThat(published(Topics.COVERAGE_EVENTS, from, from.plusSeconds(1))).containsExactly(wanted.toString());
        assertThat(published(Topics.LICENSE_EVENTS, from, from.plusSeconds(1))).isEmpty();
    }

    @Test
    void aRepeatWithTheSameKeyStartsNoSecondOneAndEachHasItsEntry() {
        Instant from = Instant.parse("2026-10-03T10:00:00Z");
        String body = body(from, from.plusSeconds(1), "");
        String key = UUID.randomUUID().toString();

        String first = post(body, key).is(202).json().path("id").asString();
        String second = post(body, key).is(202).json().path("id").asString();

        assertThat(second).isEqualTo(first);
        JsonNode entries = operator.get("/operator/v1/audit?action=replay.started&limit=200")
                .is(200)
                .json()
                .path("entries");
        assertThat(entries.valueStream()
                        .filter(entry -> entry.path("target").asString().equals(first)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"to": "2026-10-01T00:00:00Z"}                                                               | missing_required_parameter | from
            {"from": "2026-10-01T00:00:00Z"}                                                             | missing_required_parameter | to
            {"from": "yesterday", "to": "2026-10-01T00:00:00Z"}                                          | invalid_input              | from
            {"from": "1969-10-01T00:00:00Z", "to": "2026-10-01T00:00:00Z"}                               | invalid_input              | from
            {"from": "2026-10-01T00:00:00Z", "to": "+10000-01-01T00:00:00Z"}                             | invalid_input              | to
            {"from": "2026-10-01T00:00:00Z", "to": "2026-10-01T00:00:00Z"}                               | invalid_input              | from
            {"from": "2026-10-01T00:00:00Z", "to": "2026-10-02T00:00:00Z", "types": []}                  | invalid_input              | types
            {"from": "2026-10-01T00:00:00Z", "to": "2026-10-02T00:00:00Z", "types": ["license.unknown"]} | invalid_input              | types
            {"from": "2026-10-01T00:00:00Z", "to": "2026-10-02T00:00:00Z", "type": "license.issued"}     | invalid_input              | type
            """)
    void whatCannotBeMeantIsRefused(String body, String reason, String field) {
        operator.post(REPLAYS, body).isError(400, "invalid_query", reason).blames(field);
    }

    @Test
    void anUnknownOneIsNotFound() {
        operator.get(REPLAYS + "/" + UUID.randomUUID()).isError(404, "not_found", "replay_not_found");
        operator.get(REPLAYS + "/x").isError(404, "not_found", "replay_not_found");
    }

    private Answer start(Instant from, Instant to, String more) {
        return operator.post(REPLAYS, body(from, to, more));
    }

    private static String body(Instant from, Instant to, String more) {
        return "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"" + more + "}";
    }

    private Answer post(String body, String key) {
        return operator.send(
                "POST",
                REPLAYS,
                BodyPublishers.ofString(body),
                request -> request.setHeader("Content-Type", "application/json").setHeader("Idempotency-Key", key));
    }

    private JsonNode awaitEnd(Answer started) {
        String path = started.header("Location");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> operator.get(path)
                        .is(200)
                        .json()
                        .path("status")
                        .asString()
                        .equals("done"));
        return operator.get(path).is(200).json();
    }

    private EventId store(Instant at, EventType type) {
        EventId id = EventId.create(at, RandomGenerator.getDefault());
        ObjectNode event =
                (ObjectNode) EventSchema.load("2026-04-20", type.wireName()).example();
        event.put("event_id", id.toString());
        api.database()
                .sql("INSERT INTO event (id, type, body, published_at) VALUES (?, ?, ?, ?)")
                .param(id.bits())
                .param(type.wireName())
                .param(event.toString().getBytes(StandardCharsets.UTF_8))
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Ids in the order of the outbox. */
    private List<String> published(String topic, Instant from, Instant to) {
        return api
                .database()
                .sql("SELECT convert_from(value, 'UTF8')::json ->> 'event_id' FROM outbox WHERE topic = ? ORDER BY id")
                .param(topic)
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .filter(id -> {
                    Instant time = EventId.parse(id).time();
                    return !time.isBefore(from) && time.isBefore(to);
                })
                .toList();
    }
}
