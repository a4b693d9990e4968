package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading;
import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.Defect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** First step: tells events from what is none, and leaves one copy of an event that is in the batch twice. */
final class ReadRecords {
    private final EnvelopeReader reader;

    ReadRecords(EnvelopeReader reader) {
        this.reader = reader;
    }

    /** What a batch of records holds. */
    record Result(List<PublishedEvent> events, List<InvalidRecord> invalid) {}

    Result read(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<EventId, PublishedEvent> events = LinkedHashMap.newLinkedHashMap(records.size());
        List<InvalidRecord> invalid = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : records) {
            switch (reading(message)) {
                case Valid(var envelope) ->
                    events.putIfAbsent(
                            envelope.id(), PublishedEvent.of(envelope, message.value(), message.timestamp()));
                case Invalid(var reason, var defect) -> invalid.add(new InvalidRecord(message, reason, defect));
            }
        }
        return new Result(List.copyOf(events.values()), invalid);
    }

    private EnvelopeReading reading(ConsumerRecord<byte[], byte[]> message) {
        return message.value() == null
                ? new Invalid(Reason.NOT_JSON, Defect.ofBody("is a record without a value"))
                : reader.read(message.value());
    }
}
