package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.EndpointHeader;
import io.igregulator.webhooks.topic.EventHeader;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.delivery.Delivery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DecodeDeliveriesTest {
    private static final EndpointId ENDPOINT = EndpointId.parse("01890000-0000-7000-8000-000000000001");
    private static final AccountId ACCOUNT = AccountId.parse("01890000-0000-7000-8000-00000000000a");
    private static final EventHeader EVENT = new EventHeader(
            EventId.parse("evt_01H0000000000000000000000V"),
            EventType.LICENSE_ISSUED,
            Instant.ofEpochMilli(1_700_000_000_000L));

    private final DecodeDeliveries decode = new DecodeDeliveries(true);

    @Test
    void aDeliveryIsReadBack() {
        assertThat(decode.from(record(EVENT.bytes(), endpoint(7)), ticket()))
                .singleElement()
                .returns(DeliveryId.of(EVENT.event(), ENDPOINT), Delivery::id)
                .returns(ENDPOINT, Delivery::endpoint)
                .returns(ACCOUNT, Delivery::account)
                .returns(EVENT.event(), Delivery::event)
                .returns("license.issued", Delivery::eventType)
                .returns(7L, Delivery::endpointVersion)
                .returns(EVENT.publishedAt(), Delivery::publishedAt);
    }

    /** What PostgreSQL refuses would be tried for ever, and all after it wait. */
    @Test
    void aTypeThatCannotBeRecordedIsRefused() {
        byte[] unknownType =
                ByteBuffer.wrap(EVENT.bytes()).putShort(16, (short) 999).array();

        assertThatThrownBy(() -> decode.from(record(unknownType, endpoint(1)), ticket()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("999");
    }

    @Test
    void headersOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> decode.from(record(new byte[25], endpoint(1)), ticket()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("26");
        assertThatThrownBy(() -> decode.from(record(EVENT.bytes(), new byte[] {'1'}), ticket()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24");
    }

    @Test
    void aMissingHeaderIsNamed() {
        ConsumerRecord<byte[], Body> record = record(EVENT.bytes(), endpoint(1));
        record.headers().remove(DeliveryHeaders.EVENT);

        assertThatThrownBy(() -> decode.from(record, ticket()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(DeliveryHeaders.EVENT);
    }

    private static RecordTicket ticket() {
        Assignment assignment =
                new Assignment(new TopicPartition(Topics.DELIVERIES, 3), new PartitionTracker(7, -1), 0);
        return new RecordTicket(
                assignment, 7, new Completions(), new Pulse(InstantSource.system(), Duration.ofSeconds(10)));
    }

    private static ConsumerRecord<byte[], Body> record(byte[] event, byte[] endpoint) {
        var record = new ConsumerRecord<>(Topics.DELIVERIES, 3, 7, bytes(ENDPOINT.toString()), Body.of(bytes("{}")));
        record.headers().add(DeliveryHeaders.EVENT, event);
        record.headers().add(DeliveryHeaders.ENDPOINT, endpoint);
        return record;
    }

    private static byte[] endpoint(long version) {
        return new EndpointHeader(ACCOUNT, version).bytes();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
