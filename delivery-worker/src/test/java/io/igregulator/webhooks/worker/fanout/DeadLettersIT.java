package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.deadletter.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersIT {
    private static final FanoutFixture fixture = new FanoutFixture();

    @BeforeAll
    static void start() {
        fixture.started();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    not json at all                                    | not_json
                    [1, 2]                                             | not_json
                    {"event": "license.issued"} trailing               | not_json
                    ``                                                 | not_json
                    {"event_id": "evt_01JD8Z5Y2W6A7B8C9D0E1F2G3H"}     | missing_field
                    {"event": 7}                                       | invalid_field
                    {"event": "license.issued", "event_id": "evt_1"}   | invalid_field
                    {"event": "license.unheard_of"}                    | unknown_event_type
                    """)
    void anInvalidRecordIsKeptWithItsOriginAndReasonAndThePartitionMovesOn(String body, String reason) {
        byte[] value = body.getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> letter = bury(value, reason);

        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.key()).asString().isEqualTo("a-key");
        assertThat(header(letter, "upstream")).isEqualTo("kept");
        assertThat(header(letter, DeadLetterHeaders.DETAIL)).isNotBlank();
    }

    @Test
    void aRecordWithoutAValueIsOneToo() {
        assertThat(bury(null, "not_json").value()).isNull();
    }

    @Test
    void soIsABodyTooLargeToDeliver() {
        byte[] body = " ".repeat(EnvelopeReader.MAX_BODY_BYTES + 1).getBytes(StandardCharsets.UTF_8);

        assertThat(bury(body, "too_large").value()).isEqualTo(body);
    }

    @Test
    void anOperatorThatPostgresCannotStoreIsOneToo() {
        byte[] body = Events.of(Events.id(), EventType.LICENSE_ISSUED, "\\u0000");

        assertThat(bury(body, "invalid_field").value()).isEqualTo(body);
    }

    @Test
    void soIsAnEnvelopeThatIsNotAsItsSchemaHasItAndWhatComesAfterItGoesOn() {
        String body = new String(Events.of(Events.id(), EventType.LICENSE_EXPIRED, "acme"), StandardCharsets.UTF_8);
        String bad = body.replace("2026-12-21", "next year");
        EventId good = Events.id();

        ConsumerRecord<byte[], byte[]> letter = bury(bad.getBytes(StandardCharsets.UTF_8), "schema_violation");
        RecordMetadata published =
                fixture.publish(Topics.LICENSE_EVENTS, Events.of(good, EventType.LICENSE_EXPIRED, "acme"));

        assertThat(header(letter, DeadLetterHeaders.DETAIL)).isEqualTo("/data/expiry_date is not a valid date");
        await().atMost(Duration.ofSeconds(30)).until(() -> fixture.isDone(published));
        assertThat(fixture.jdbc
                        .sql("SELECT count(*) FROM event WHERE id = ?")
                        .param(good.bits())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatKafkaWouldNotTakeAgainLeavesItsContentBehind() {
        // Fits because it compresses well; with a few random bytes more than the limit it would not.
        byte[] noise = new byte[1_048_350];
        new Random(1).nextBytes(noise);

        ConsumerRecord<byte[], byte[]> letter = bury(noise, "too_large");

        assertThat(letter.value()).isNull();
        assertThat(header(letter, DeadLetterHeaders.CONTENT_OMITTED)).isEqualTo("true");
    }

    private static ConsumerRecord<byte[], byte[]> bury(byte @Nullable [] body, String reason) {
        double before = counted(reason);
        var message = new ProducerRecord<byte[], byte[]>(
                Topics.LICENSE_EVENTS, null, "a-key".getBytes(StandardCharsets.UTF_8), body, List.of());
        message.headers().add("upstream", "kept".getBytes(StandardCharsets.UTF_8));

        RecordMetadata published = fixture.publish(message);

        await().atMost(Duration.ofSeconds(30)).until(() -> fixture.isDone(published));
        assertThat(counted(reason) - before).isEqualTo(1);
        ConsumerRecord<byte[], byte[]> letter =
                fixture.read(Topics.DEAD_LETTERS).getLast();
        assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(published.topic());
        assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo(Integer.toString(published.partition()));
        assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo(Long.toString(published.offset()));
        assertThat(header(letter, DeadLetterHeaders.TIMESTAMP)).isEqualTo(Long.toString(published.timestamp()));
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo(reason);
        return letter;
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static double counted(String reason) {
        return fixture.registry
                .counter("webhook.dead.letters", "topic", Topics.LICENSE_EVENTS, "reason", reason)
                .count();
    }
}
