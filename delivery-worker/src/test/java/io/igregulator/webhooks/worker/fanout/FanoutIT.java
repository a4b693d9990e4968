package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.DeliveryChunk;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.EndpointHeader;
import io.igregulator.webhooks.topic.EndpointShard;
import io.igregulator.webhooks.topic.EventHeader;
import io.igregulator.webhooks.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class FanoutIT {
    private static final FanoutFixture fixture = new FanoutFixture();

    @BeforeAll
    static void start() {
        fixture.started();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void forgetEndpoints() {
        fixture.jdbc.sql("TRUNCATE account CASCADE").update();
    }

    @Test
    void anOperatorsEventGoesToItsWatchersAndToThoseWhoWantAll() {
        AccountId watcher = fixture.account("acme", "other");
        AccountId stranger = fixture.account("other");
        EndpointId watching = fixture.endpoint(watcher, true, true, EventType.LICENSE_ISSUED);
        EndpointId takingAll =
                fixture.endpoint(stranger, true, false, EventType.LICENSE_ISSUED, EventType.LICENSE_EXPIRED);
        EndpointId watchingAndTakingAll = fixture.endpoint(watcher, true, false, EventType.LICENSE_ISSUED);
        fixture.endpoint(stranger, true, true, EventType.LICENSE_ISSUED);
        fixture.endpoint(watcher, false, true, EventType.LICENSE_ISSUED);
        fixture.endpoint(watcher, false, false, EventType.LICENSE_ISSUED);
        fixture.endpoint(watcher, true, true, EventType.LICENSE_EXPIRED);
        fixture.endpoint(stranger, true, false, EventType.LICENSE_EXPIRED);

        EventId event = Events.id();
        fanOut(Topics.LICENSE_EVENTS, Events.of(event, EventType.LICENSE_ISSUED, "acme"));

        assertThat(recipientsOf(event)).containsExactlyInAnyOrder(watching, takingAll, watchingAndTakingAll);
    }

    @Test
    void aRegulatorsActionFollowsTheWatchlistToo() {
        EndpointId watching = fixture.endpoint(fixture.account("acme"), true, true, EventType.REGULATORY_ACTION_ADDED);
        fixture.endpoint(fixture.account("Acme"), true, true, EventType.REGULATORY_ACTION_ADDED);

        EventId event = Events.id();
        fanOut(Topics.REGULATORY_EVENTS, Events.of(event, EventType.REGULATORY_ACTION_ADDED, "acme"));

        assertThat(recipientsOf(event)).containsExactly(watching);
    }

    @Test
    void coverageGoesToEverySubscriberWhateverItWatches() {
        EndpointId watchlistOnly = fixture.endpoint(fixture.account(), true, true, EventType.COVERAGE_DEGRADED);
        EndpointId takingAll = fixture.endpoint(fixture.account("x"), true, false, EventType.COVERAGE_DEGRADED);
        fixture.endpoint(fixture.account(), false, false, EventType.COVERAGE_DEGRADED);
        fixture.endpoint(fixture.account(), true, false, EventType.COVERAGE_RESTORED);

        EventId event = Events.id();
        fanOut(Topics.COVERAGE_EVENTS, Events.coverage(event));

        assertThat(recipientsOf(event)).containsExactlyInAnyOrder(watchlistOnly, takingAll);
    }

    @Test
    void aDegradedEndpointIsReportedToItsOwnersOtherEndpointsOnly() {
        AccountId owner = fixture.account();
        EndpointId degraded = fixture.endpoint(owner, true, true, EventType.ENDPOINT_DEGRADED);
        EndpointId sibling = fixture.endpoint(owner, true, true, EventType.ENDPOINT_DEGRADED);
        EndpointId siblingTakingAll = fixture.endpoint(owner, true, false, EventType.ENDPOINT_DEGRADED);
        fixture.endpoint(owner, false, true, EventType.ENDPOINT_DEGRADED);
        fixture.endpoint(owner, true, true, EventType.LICENSE_ISSUED);
        fixture.endpoint(fixture.account(), true, false, EventType.ENDPOINT_DEGRADED);

        EventId event = Events.id();
        fanOut(Topics.WEBHOOK_EVENTS, Events.degraded(event, degraded));

        assertThat(recipientsOf(event)).containsExactlyInAnyOrder(sibling, siblingTakingAll);
    }

    @Test
    void anEventWithoutRecipientsIsKeptForThePollingFeed() {
        EventId event = Events.id();
        fanOut(Topics.LICENSE_EVENTS, Events.of(event, EventType.LICENSE_ISSUED, "unwatched"));

        assertThat(recipientsOf(event)).isEmpty();
        assertThat(storedBody(event)).isNotEmpty();
    }

    @Test
    void aDeliveryCarriesTheVeryBytesItsIdentityAndTheEndpointsVersion() {
        AccountId owner = fixture.account("acme");
        Set<EndpointId> endpoints = Stream.generate(
                        () -> fixture.endpoint(owner, true, true, EventType.LICENSE_EXPIRED))
                .limit(20)
                .collect(Collectors.toSet());
        EventId event = Events.id();
        byte[] body = Events.of(
                event,
                EventType.LICENSE_EXPIRED,
                Events.about("acme") + "\t,\r\n  \"name\": \"Zo\\u00eb é \\/ 1.50e1\"",
                7);

        RecordMetadata published = fanOut(Topics.LICENSE_EVENTS, body);

        List<ConsumerRecord<byte[], byte[]>> deliveries = deliveriesOf(event);
        assertThat(deliveries).hasSize(20).allSatisfy(delivery -> {
            EndpointId endpoint = endpointOf(delivery);
            assertThat(delivery.value()).isEqualTo(body);
            assertThat(delivery.partition()).isEqualTo(EndpointShard.of(endpoint, FanoutFixture.DELIVERY_PARTITIONS));
            assertThat(event(delivery))
                    .isEqualTo(new EventHeader(
                            event, EventType.LICENSE_EXPIRED, Instant.ofEpochMilli(published.timestamp())));
            assertThat(EndpointHeader.read(header(delivery, DeliveryHeaders.ENDPOINT)))
                    .isEqualTo(new EndpointHeader(owner, 7));
        });
        assertThat(recipientsOf(event)).containsExactlyInAnyOrderElementsOf(endpoints);
        assertThat(storedBody(event)).isEqualTo(body);
    }

    @Test
    void recipientsOfOnePartitionShareRecordsWhereThereAreMany() {
        AccountId owner = fixture.account("acme");
        Set<EndpointId> endpoints = Stream.generate(() -> fixture.endpoint(owner, true, true, EventType.LICENSE_ISSUED))
                .limit(900)
                .collect(Collectors.toSet());
        EventId event = Events.id();
        byte[] body = Events.of(event, EventType.LICENSE_ISSUED, Events.about("acme"), 500_000);

        RecordMetadata published = fanOut(Topics.LICENSE_EVENTS, body);

        List<EndpointId> recipients = new ArrayList<>();
        assertThat(deliveriesOf(event)).hasSizeBetween(9, 18).allSatisfy(record -> {
            DeliveryChunk chunk = DeliveryChunk.read(
                    Body.of(record.value()), Integer.parseInt(text(record, DeliveryHeaders.DELIVERIES)));
            assertThat(chunk.body().toBytes()).isEqualTo(body);
            assertThat(chunk.recipients()).allSatisfy(recipient -> {
                assertThat(recipient.version()).isEqualTo(7);
                assertThat(recipient.account()).isEqualTo(owner);
                assertThat(EndpointShard.of(recipient.endpoint(), FanoutFixture.DELIVERY_PARTITIONS))
                        .isEqualTo(record.partition());
                recipients.add(recipient.endpoint());
            });
            assertThat(event(record))
                    .isEqualTo(new EventHeader(
                            event, EventType.LICENSE_ISSUED, Instant.ofEpochMilli(published.timestamp())));
            assertThat(record.headers().lastHeader(DeliveryHeaders.REDO)).isNull();
        });
        assertThat(recipients).containsExactlyInAnyOrderElementsOf(endpoints);

        fanOut(Topics.LICENSE_EVENTS, body);
        assertThat(deliveriesOf(event))
                .filteredOn(record -> record.headers().lastHeader(DeliveryHeaders.REDO) != null)
                .hasSizeBetween(9, 18);
    }

    @Test
    void anEventPublishedAgainHasTheSameDeliveryIdsAndItsFirstContent() {
        fixture.endpoint(fixture.account("acme"), true, true, EventType.LICENSE_ISSUED);
        EventId event = Events.id();
        byte[] first = Events.of(event, EventType.LICENSE_ISSUED, "acme");
        fanOut(Topics.LICENSE_EVENTS, first);

        fanOut(Topics.LICENSE_EVENTS, Events.of(event, EventType.LICENSE_EXPIRED, "someone-else"));

        assertThat(deliveriesOf(event))
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery.value()).isEqualTo(first))
                .allSatisfy(delivery -> assertThat(event(delivery).type()).isEqualTo(EventType.LICENSE_ISSUED));
        assertThat(deliveriesOf(event).stream()
                        .map(delivery -> DeliveryId.of(event(delivery).event(), endpointOf(delivery))))
                .hasSize(2)
                .containsOnly(
                        DeliveryId.of(event, endpointOf(deliveriesOf(event).getFirst())));
    }

    @Test
    void whatPostgresRefusesForAWhileIsDoneAgainAndNothingIsLost() {
        EndpointId endpoint = fixture.endpoint(fixture.account("acme"), true, true, EventType.LICENSE_ISSUED);
        List<EventId> events = Stream.generate(Events::id).limit(80).toList();
        fixture.jdbc.sql("ALTER TABLE event RENAME TO event_away").update();
        double failuresBefore = failures();

        List<RecordMetadata> published = events.stream()
                .map(event ->
                        fixture.publish(Topics.LICENSE_EVENTS, Events.of(event, EventType.LICENSE_ISSUED, "acme")))
                .toList();
        await().until(() -> failures() >= failuresBefore + 3);
        assertThat(fixture.isDone(published.getFirst())).isFalse();
        assertThat(fixture.health.health().getStatus()).isEqualTo(Status.DOWN);

        fixture.jdbc.sql("ALTER TABLE event_away RENAME TO event").update();
        await().until(() -> fixture.isDone(published.getLast()));
        assertThat(fixture.read(Topics.DELIVERIES))
                .filteredOn(delivery ->
                        delivery.key() != null && endpointOf(delivery).equals(endpoint))
                .extracting(delivery -> event(delivery).event())
                .containsExactlyInAnyOrderElementsOf(events);
        assertThat(fixture.health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anAbsurdTimestampDoesNotStopFanOut() {
        fixture.endpoint(fixture.account("acme"), true, true, EventType.LICENSE_ISSUED);
        EventId event = Events.id();
        var message = new ProducerRecord<byte[], byte[]>(
                Topics.LICENSE_EVENTS, 0, 0L, null, Events.of(event, EventType.LICENSE_ISSUED, "acme"));

        RecordMetadata published = fixture.publish(message);

        await().until(() -> fixture.isDone(published));
        assertThat(recipientsOf(event)).hasSize(1);
    }

    @Test
    void countsEventsByTypeAndDeliveries() {
        AccountId owner = fixture.account("acme");
        IntStream.range(0, 3).forEach(i -> fixture.endpoint(owner, true, true, EventType.LICENSE_EXPIRING_30D));
        double deliveriesBefore =
                fixture.registry.counter("webhook.fanout.deliveries").count();

        fanOut(Topics.LICENSE_EVENTS, Events.of(Events.id(), EventType.LICENSE_EXPIRING_30D, "acme"));

        await().untilAsserted(() -> assertThat(fixture.registry
                        .counter("webhook.fanout.events", "type", "license.expiring_30d")
                        .count())
                .isEqualTo(1));
        assertThat(fixture.registry.counter("webhook.fanout.deliveries").count() - deliveriesBefore)
                .isEqualTo(3);
    }

    private static RecordMetadata fanOut(String topic, byte[] body) {
        RecordMetadata published = fixture.publish(topic, body);
        await().atMost(Duration.ofSeconds(30)).until(() -> fixture.isDone(published));
        return published;
    }

    private static List<ConsumerRecord<byte[], byte[]>> deliveriesOf(EventId event) {
        return fixture.read(Topics.DELIVERIES).stream()
                .filter(delivery -> event(delivery).event().equals(event))
                .toList();
    }

    private static List<EndpointId> recipientsOf(EventId event) {
        return deliveriesOf(event).stream().map(FanoutIT::endpointOf).toList();
    }

    private static EndpointId endpointOf(ConsumerRecord<byte[], byte[]> delivery) {
        return EndpointId.parse(new String(delivery.key(), StandardCharsets.UTF_8));
    }

    private static EventHeader event(ConsumerRecord<byte[], byte[]> delivery) {
        return EventHeader.read(header(delivery, DeliveryHeaders.EVENT));
    }

    private static String text(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(header(message, name), StandardCharsets.UTF_8);
    }

    private static byte[] header(ConsumerRecord<byte[], byte[]> message, String name) {
        return message.headers().lastHeader(name).value();
    }

    private static byte[] storedBody(EventId event) {
        return fixture.jdbc
                .sql("SELECT body FROM event WHERE id = ?")
                .param(event.bits())
                .query(byte[].class)
                .single();
    }

    private static double failures() {
        return fixture.registry.counter("webhook.fanout.failures").count();
    }
}
