package io.igregulator.webhooks.worker.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventTrace;
import io.igregulator.webhooks.event.TraceParent;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.CoverageEvents;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** From the header of an event's record to the span of its attempt and to what the receiver sees. */
class TracingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TraceParent PUBLISHER =
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);

    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();
    private final Receiver receiver = Receiver.start();
    private final Receiver collector = Receiver.start();

    @AfterEach
    void stop() {
        receiver.close();
        collector.close();
    }

    @Test
    void anAttemptContinuesTheTraceThatCameWithItsEvent() throws Exception {
        try (RunningWorker worker = traced("webhooks.tracing.sampling=0")) {
            worker.endpoints().create(receiver.url("/hook"));

            publish(PUBLISHER.header());

            await().atMost(PATIENCE).until(() -> exported(PUBLISHER.traceId()));
            Received request = receiver.received("/hook").getFirst();
            TraceParent sent = TraceParent.read(request.header("traceparent")).orElseThrow();
            assertThat(sent.traceId()).isEqualTo(PUBLISHER.traceId());
            assertThat(sent.spanId()).isNotEqualTo(PUBLISHER.spanId());
            assertThat(sent.sampled()).isFalse();
            assertThat(request.headers()).doesNotContainKeys("Tracestate", "Baggage");
            // The span of the receiver's parent is the one that was sent, and its parent is the publisher's.
            assertThat(exported(sent.spanId())).isTrue();
            assertThat(exported(PUBLISHER.spanId())).isTrue();
            assertThat(worker.bean(SpanExporter.class)).isNotNull();
        }
    }

    @Test
    void retriesShareTheTraceThatFollowsFromTheEventsId() throws Exception {
        receiver.answering(request -> Answer.of(request.attempt() < 3 ? 500 : 200));
        try (RunningWorker worker = traced(
                "webhooks.tracing.sampling=1", "webhooks.retry.delays=100ms,100ms,100ms,100ms,100ms,100ms,100ms")) {
            worker.endpoints().create(receiver.url("/hook"));

            EventId event = publish(null);

            await().atMost(PATIENCE).until(() -> receiver.received("/hook").size() == 3);
            List<TraceParent> sent = receiver.received("/hook").stream()
                    .map(request ->
                            TraceParent.read(request.header("traceparent")).orElseThrow())
                    .toList();
            assertThat(sent).extracting(TraceParent::traceId).containsOnly(EventTrace.id(event));
            assertThat(sent).extracting(TraceParent::spanId).doesNotHaveDuplicates();
            await().atMost(PATIENCE).until(() -> sent.stream().allMatch(place -> exported(place.spanId())));
        }
    }

    @Test
    void offThereIsNoHeaderAndNoExporter() throws Exception {
        // An exporter of a worker that another test has closed may still be ending its thread.
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (RunningWorker worker = RunningWorker.start(
                database,
                "management.opentelemetry.tracing.export.otlp.endpoint=" + collector.url("/v1/traces"),
                "management.opentelemetry.tracing.export.schedule-delay=100ms",
                "webhooks.tracing.propagate=true",
                "webhooks.tracing.sampling=1")) {
            worker.endpoints().create(receiver.url("/hook"));

            publish(PUBLISHER.header());

            await().atMost(PATIENCE).until(() -> receiver.received("/hook").size() == 1);
            assertThat(receiver.received("/hook").getFirst().headers()).doesNotContainKey("Traceparent");
            assertThatThrownBy(() -> worker.bean(SpanExporter.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread))
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.contains("BatchSpan") || name.contains("otlp"));
            assertThat(collector.received()).isEmpty();
        }
    }

    @Test
    void onWithoutAnEndpointTheWorkerDoesNotStart() {
        assertThatThrownBy(() -> RunningWorker.start(database, "webhooks.tracing.enabled=true"))
                .hasStackTraceContaining("management.opentelemetry.tracing.export.otlp.endpoint");
    }

    private RunningWorker traced(String... settings) {
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 4);
        all[settings.length] = "webhooks.tracing.enabled=true";
        all[settings.length + 1] = "webhooks.tracing.propagate=true";
        all[settings.length + 2] = "management.opentelemetry.tracing.export.schedule-delay=100ms";
        all[settings.length + 3] =
                "management.opentelemetry.tracing.export.otlp.endpoint=" + collector.url("/v1/traces");
        return RunningWorker.start(database, all);
    }

    /** Ids are bytes in protobuf, and the exporter does not compress by default. */
    private boolean exported(String id) {
        byte[] wanted = HexFormat.of().parseHex(id);
        String bytes = new String(wanted, StandardCharsets.ISO_8859_1);
        return collector.received("/v1/traces").stream()
                .map(request -> new String(request.body(), StandardCharsets.ISO_8859_1))
                .anyMatch(body -> body.contains(bytes) && body.contains("webhook.attempt"));
    }

    private static EventId publish(@org.jspecify.annotations.Nullable String traceparent) throws Exception {
        EventId event = EventId.create(Instant.now(), new Random());
        var message = new ProducerRecord<byte[], byte[]>(Topics.COVERAGE_EVENTS, CoverageEvents.body(event));
        if (traceparent != null) {
            message.headers().add(TraceParent.HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Infrastructure.shared().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(message).get();
        }
        return event;
    }
}
