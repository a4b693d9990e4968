package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.schema.Defect;
import io.igregulator.webhooks.worker.deadletter.DeadLetters;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record whose content is not delivered, and why.
 *
 * @param reason stable and machine-readable
 * @param detail for a person; quotes no part of the record
 */
record RejectedRecord(ConsumerRecord<byte[], byte[]> origin, String reason, String detail) {
    static RejectedRecord invalid(ConsumerRecord<byte[], byte[]> origin, Reason reason, Defect defect) {
        return new RejectedRecord(origin, reason.wireName(), defect.toString());
    }

    static RejectedRecord conflicting(ConsumerRecord<byte[], byte[]> origin) {
        return new RejectedRecord(
                origin,
                DeadLetters.CONFLICTING_BODY,
                "its event id was published before with another body, which counts");
    }
}
