package io.igregulator.webhooks.api.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.Topics;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A publisher's place in a trace, from its request through the outbox into the records of its events. */
class TraceToKafkaIT {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final Infrastructure infrastructure = Infrastructure.shared();
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();
    private KafkaConsumer<String, String> consumer;

    @BeforeEach
    void readFromNowOn() {
        infrastructure.createTopics(new NewTopic(Topics.LICENSE_EVENTS, 3, (short) 1));
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", infrastructure.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.LICENSE_EVENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    @AfterEach
    void stop() {
        consumer.close();
    }

    @Test
    void aTraceparentIsPassedOnWithEveryEventOfItsRequestAndIsIgnoredWhenMalformed() {
        EventId single = Bodies.id();
        List<EventId> batch = Stream.generate(Bodies::id).limit(3).toList();
        EventId untraced = Bodies.id();
        List<String> malformed = List.of(
                "00",
                "nonsense",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                TRACE + "-more");
        List<EventId> ignored =
                Stream.generate(Bodies::id).limit(malformed.size()).toList();

        try (RunningApi api = api("true")) {
            publish(api, JSON, TRACE, single);
            publish(api, LINES, TRACE, batch.toArray(EventId[]::new));
            publish(api, JSON, null, untraced);
            for (int i = 0; i < malformed.size(); i++) {
                publish(api, JSON, malformed.get(i), ignored.get(i));
            }

            assertThat(traces(single)).containsExactly(TRACE);
            assertThat(batch).allSatisfy(event -> assertThat(traces(event)).containsExactly(TRACE));
            assertThat(traces(untraced)).isEmpty();
            assertThat(ignored).allSatisfy(event -> assertThat(traces(event)).isEmpty());
        }
    }

    @Test
    void whileTracingIsOffATraceparentIsNotPassedOn() {
        EventId event = Bodies.id();
        try (RunningApi api = api("false")) {
            publish(api, JSON, TRACE, event);

            assertThat(traces(event)).isEmpty();
        }
    }

    private RunningApi api(String tracing) {
        return RunningApi.with(Map.of(
                "spring.kafka.bootstrap-servers",
                infrastructure.bootstrapServers(),
                "webhooks.tracing.enabled",
                tracing));
    }

    private static void publish(RunningApi api, String type, @Nullable String traceparent, EventId... events) {
        String body = String.join("\n", Stream.of(events).map(Bodies::issued).toList());
        api.operator()
                .send("POST", Publisher.PATH, BodyPublishers.ofString(body), request -> {
                    request.setHeader("Content-Type", type);
                    if (traceparent != null) {
                        request.setHeader("traceparent", traceparent);
                        request.setHeader("tracestate", "vendor=of-the-publisher");
                    }
                    return request;
                })
                .is(200);
    }

    /** Of the record of an event, which may be read later than asked for; it has no other header. */
    private List<String> traces(EventId event) {
        await().until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            return records.stream().anyMatch(message -> message.value().contains(event.toString()));
        });
        ConsumerRecord<String, String> record = records.stream()
                .filter(message -> message.value().contains(event.toString()))
                .findFirst()
                .orElseThrow();
        List<Header> headers =
                StreamSupport.stream(record.headers().spliterator(), false).toList();
        assertThat(headers).allSatisfy(header -> assertThat(header.key()).isEqualTo("traceparent"));
        return headers.stream()
                .map(header -> new String(header.value(), StandardCharsets.US_ASCII))
                .toList();
    }
}
