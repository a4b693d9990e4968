package io.igregulator.webhooks.api.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.publish.Publisher.OutboxEntry;
import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.EventSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Kafka is away in all of this: what is accepted waits in PostgreSQL. */
class PublishIT {
    private final RunningApi api = RunningApi.strict();
    private final Publisher publisher = new Publisher(api);

    @ParameterizedTest
    @CsvSource({
        "license.status_changed, license.events, lic_8f31c2",
        "regulatory_action.added, regulatory.events, northlight-gaming",
        "coverage.restored, coverage.events, NL"
    })
    void anEventIsAcceptedWithItsExactBytesForItsTopicUnderItsKey(String type, String topic, String key) {
        EventId id = Bodies.id();
        String body = " \t"
                + Bodies.of(EventType.ofWireName(type).orElseThrow(), id)
                        .toPrettyString()
                        .replace("\"livemode\"", "\"later\" : [1.50e1, \"\\u00e9é\\/\"],\r\n \"livemode\"")
                + "\n ";

        JsonNode answer = publisher.one(body).is(200).json();

        assertThat(answer)
                .hasToString("{\"accepted\":1,\"duplicates\":0,\"events\":[{\"event_id\":\"" + id
                        + "\",\"status\":\"accepted\"}]}");
        assertThat(publisher.outbox(id)).containsExactly(new OutboxEntry(topic, key, body));
        assertThat(publisher.remembers(id)).isTrue();
    }

    @Test
    void theSameBodyAgainIsAnsweredAgainAndPublishedOnce() {
        EventId id = Bodies.id();
        String body = Bodies.issued(id);

        publisher.one(body).is(200);
        JsonNode again = publisher.one(body).is(200).json();
        JsonNode asBatch = publisher.batch(body).is(200).json();

        assertThat(again)
                .hasToString("{\"accepted\":0,\"duplicates\":1,\"events\":[{\"event_id\":\"" + id
                        + "\",\"status\":\"duplicate\"}]}");
        assertThat(asBatch).isEqualTo(again);
        assertThat(publisher.outbox(id)).hasSize(1);
    }

    @Test
    void anotherBodyUnderTheSameIdIsAConflictHoweverSmallTheDifference() {
        EventId id = Bodies.id();
        publisher.one(Bodies.issued(id)).is(200);

        publisher
                .one(Bodies.issued(id) + " ")
                .isError(409, "invalid_query", "idempotency_conflict")
                .blames("/event_id");
        EventId other = Bodies.id();
        publisher
                .batch(Bodies.issued(other), Bodies.issued(id).replace("true", "false"))
                .isError(409, "invalid_query", "idempotency_conflict")
                .blames("line 2: /event_id");

        assertThat(publisher.outbox(id)).hasSize(1);
        assertThat(publisher.outbox(other)).isEmpty();
        assertThat(publisher.remembers(other)).isFalse();
    }

    @Test
    void whatCameInByKafkaIsKnownToo() {
        EventId id = Bodies.id();
        api.database()
                .sql("INSERT INTO event (id, type, body, published_at) VALUES (?, 'license.issued', ?, now())")
                .param(id.bits())
                .param(Bodies.issued(id).getBytes(StandardCharsets.UTF_8))
                .update();

        publisher.one(Bodies.issued(id) + " ").isError(409, "invalid_query", "idempotency_conflict");
        JsonNode same = publisher.one(Bodies.issued(id)).is(200).json();

        assertThat(same.path("duplicates").intValue()).isEqualTo(1);
        assertThat(publisher.outbox(id)).isEmpty();
    }

    @Test
    void aBatchIsPublishedInItsOrder() {
        List<EventId> ids = Stream.generate(Bodies::id).limit(50).toList();
        List<EventId> shuffled =
                Stream.concat(ids.stream().skip(20), ids.stream().limit(20)).toList();
        List<String> lines = shuffled.stream().map(Bodies::issued).toList();

        JsonNode answer = publisher
                .send(
                        "application/x-ndjson; charset=utf-8",
                        ("\n\r\n" + String.join("\r\n", lines) + "\n\n").getBytes(StandardCharsets.UTF_8))
                .is(200)
                .json();

        assertThat(answer.path("accepted").intValue()).isEqualTo(50);
        assertThat(answer.path("events")
                        .valueStream()
                        .map(event -> event.path("event_id").stringValue()))
                .containsExactlyElementsOf(
                        shuffled.stream().map(EventId::toString).toList());
        assertThat(publisher.outbox().stream().map(OutboxEntry::body).filter(lines::contains))
                .containsExactlyElementsOf(lines);
    }

    @Test
    void equalLinesCollapseAndDifferentOnesUnderOneIdAreAConflict() {
        EventId id = Bodies.id();
        JsonNode answer =
                publisher.batch(Bodies.issued(id), Bodies.issued(id)).is(200).json();

        assertThat(answer.path("events")
                        .valueStream()
                        .map(event -> event.path("status").stringValue()))
                .containsExactly("accepted", "duplicate");
        assertThat(publisher.outbox(id)).hasSize(1);

        EventId other = Bodies.id();
        publisher
                .batch(Bodies.issued(other), Bodies.issued(Bodies.id()), Bodies.issued(other) + " ")
                .isError(409, "invalid_query", "idempotency_conflict")
                .blames("line 3: /event_id");
        assertThat(publisher.outbox(other)).isEmpty();
    }

    @Test
    void oneBadLineRefusesTheWholeBatch() {
        EventId first = Bodies.id();
        EventId last = Bodies.id();
        ObjectNode bad = Bodies.of(EventType.LICENSE_ISSUED, Bodies.id());
        ((ObjectNode) bad.path("data")).put("operator_slug", "No Slug");

        publisher
                .batch(Bodies.issued(first), "", bad.toString(), Bodies.issued(last))
                .isError(400, "invalid_query", "invalid_input")
                .blames("line 3: /data/operator_slug");

        assertThat(publisher.outbox(first)).isEmpty();
        assertThat(publisher.remembers(first)).isFalse();
        publisher.batch(Bodies.issued(first), Bodies.issued(last)).is(200);
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void anEventWithoutARequiredFieldIsRefused(EventType type, String parent, String field) {
        EventId id = Bodies.id();
        ObjectNode envelope = Bodies.of(type, id);
        ((ObjectNode) envelope.at(parent)).remove(field);

        publisher
                .one(envelope.toString())
                .isError(400, "invalid_query", "missing_required_parameter")
                .blames(parent + "/" + field);
        assertThat(publisher.outbox(id)).isEmpty();
    }

    static Stream<Arguments> requiredFields() {
        return EventType.ofPublishers().stream().flatMap(type -> {
            JsonNode schema = EventSchema.load("2026-04-20", type.wireName()).document();
            return Stream.concat(
                    schema.path("required").valueStream().map(name -> Arguments.of(type, "", name.stringValue())),
                    schema.at("/properties/data/required")
                            .valueStream()
                            .map(name -> Arguments.of(type, "/data", name.stringValue())));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDPOINT_DEGRADED", "ENDPOINT_RECOVERED", "ENDPOINT_DISABLED"})
    void onlyThePlatformItselfMayPublishItsOwnEvents(EventType type) {
        String body = Bodies.of(type, Bodies.id()).toString();

        publisher.one(body).isError(400, "invalid_query", "invalid_input").blames("/event");
        publisher.batch(body).isError(400, "invalid_query", "invalid_input").blames("line 1: /event");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "license.issued | license.unheard_of | /event",
                "2026-04-20\",  | 2026-04-21\",      | /api_version",
                "true           | 1                  | /livemode",
                // With its quotes: the two letters alone may be in a random id.
                "\"MT\"         | \"Malta!\"         | /data/jurisdiction_code"
            })
    void aFieldThatIsWrongIsNamed(String good, String bad, String field) {
        publisher
                .one(Bodies.issued(Bodies.id()).replace(good, bad))
                .isError(400, "invalid_query", "invalid_input")
                .blames(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[]", "{}{}", " ", "{\"event\":1,\"event\":2}", "\ufeff{}"})
    void whatIsNotAJsonObjectIsRefused(String body) {
        publisher.one(body).isError(400, "invalid_query", "invalid_input").blamesNothing();
        publisher.batch(body).isError(400, "invalid_query", "invalid_input").blames("line 1");
    }

    @Test
    void whatNestsTooDeeplyIsRefused() {
        String nested = "[".repeat(65) + "]".repeat(65);

        publisher
                .one(Bodies.issued(Bodies.id()).replace("\"livemode\"", "\"x\":" + nested + ",\"livemode\""))
                .isError(400, "invalid_query", "invalid_input");
    }

    @ParameterizedTest
    @CsvSource({"application/json, ''", "application/x-ndjson, ''", "application/x-ndjson, '\n\r\n\n'"})
    void nothingIsNotAnEvent(String type, String body) {
        publisher.send(type, body.getBytes(StandardCharsets.UTF_8)).isError(400, "invalid_query", "invalid_input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/*", "nonsense"})
    void onlyJsonAndNdjsonAreTaken(String type) {
        Answer answer = publisher
                .send(type, Bodies.issued(Bodies.id()).getBytes(StandardCharsets.UTF_8))
                .isError(415, "invalid_query", "unsupported_media_type");

        assertThat(answer.header("Accept")).isEqualTo("application/json, application/x-ndjson");
    }

    @Test
    void anEventMayHaveHalfAMebibyteAndNotAByteMore() {
        EventId id = Bodies.id();
        String body = padded(id, EnvelopeReader.MAX_BODY_BYTES);

        publisher.one(body).is(200);
        publisher.one(body + " ").isError(413, "invalid_query", "body_too_large");
        publisher
                .batch(padded(Bodies.id(), EnvelopeReader.MAX_BODY_BYTES) + "\r")
                .is(200);
        publisher
                .batch(padded(Bodies.id(), EnvelopeReader.MAX_BODY_BYTES + 1))
                .isError(413, "invalid_query", "body_too_large");
        publisher
                .batch(padded(Bodies.id(), EnvelopeReader.MAX_BODY_BYTES + 5))
                .isError(413, "invalid_query", "body_too_large");
        assertThat(publisher.outbox(id)).hasSize(1);
    }

    @Test
    void aBatchHasItsLimitsToo() {
        List<String> lines = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> Bodies.issued(Bodies.id()))
                .toList();
        publisher.batch(lines).isError(413, "invalid_query", "body_too_large");

        String large = "\n".repeat(8 * 1024 * 1024 + 1);
        publisher.batch(large).isError(413, "invalid_query", "body_too_large");
    }

    @Test
    void theRouteIsTheOperatorsOnly() {
        String body = Bodies.issued(Bodies.id());

        api.customer("enterprise").client().post(Publisher.PATH, body).isError(404, "not_found", "route_not_found");
        api.operator().authorization(null).post(Publisher.PATH, body).isError(401, "auth_required", "api_key_missing");
        api.operator()
                .authorization("Bearer wrong")
                .post(Publisher.PATH, body)
                .isError(401, "auth_invalid", "api_key_invalid");
    }

    private static String padded(EventId id, int bytes) {
        String body = Bodies.issued(id);
        return body + " ".repeat(bytes - body.getBytes(StandardCharsets.UTF_8).length);
    }
}
