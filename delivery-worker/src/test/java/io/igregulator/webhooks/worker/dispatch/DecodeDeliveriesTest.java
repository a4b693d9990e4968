package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.delivery.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DecodeDeliveriesTest {
    @Test
    void aKnownTypeIsRead() {
        assertThat(DecodeDeliveries.from(record("license.issued"), ticket()))
                .singleElement()
                .returns("license.issued", Delivery::eventType);
    }

    /** What PostgreSQL refuses would be tried for ever, and all after it wait. */
    @Test
    void aTypeThatCannotBeRecordedIsRefused() {
        assertThatThrownBy(() -> DecodeDeliveries.from(record("license.unheard_of"), ticket()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("license.unheard_of");
    }

    private static RecordTicket ticket() {
        Assignment assignment =
                new Assignment(new TopicPartition(Topics.DELIVERIES, 3), new PartitionTracker(7, -1), 0);
        return new RecordTicket(
                assignment, 7, new Completions(), new Pulse(InstantSource.system(), Duration.ofSeconds(10)));
    }

    private static ConsumerRecord<byte[], byte[]> record(String type) {
        var record = new ConsumerRecord<>(
                Topics.DELIVERIES, 3, 7, bytes("01890000-0000-7000-8000-000000000001"), bytes("{}"));
        header(record, DeliveryHeaders.DELIVERY_ID, "01890000-0000-8000-8000-000000000002");
        header(record, DeliveryHeaders.EVENT_ID, "evt_01H0000000000000000000000V");
        header(record, DeliveryHeaders.EVENT_TYPE, type);
        header(record, DeliveryHeaders.ENDPOINT_VERSION, "1");
        header(record, DeliveryHeaders.PUBLISHED_AT, "1700000000000");
        return record;
    }

    private static void header(ConsumerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
