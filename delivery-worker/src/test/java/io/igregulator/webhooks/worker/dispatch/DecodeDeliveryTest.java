package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DecodeDeliveryTest {
    @Test
    void aKnownTypeIsRead() {
        assertThat(DecodeDelivery.from(record("license.issued"), new RecordingTicket())
                        .eventType())
                .isEqualTo("license.issued");
    }

    /** What PostgreSQL refuses would be tried for ever, and all after it wait. */
    @Test
    void aTypeThatCannotBeRecordedIsRefused() {
        assertThatThrownBy(() -> DecodeDelivery.from(record("license.unheard_of"), new RecordingTicket()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("license.unheard_of");
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
