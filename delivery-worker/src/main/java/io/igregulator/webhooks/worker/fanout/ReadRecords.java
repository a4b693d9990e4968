package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading;
import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.Defect;
import io.igregulator.webhooks.worker.trace.TraceHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** First step: separates events from records that are not events, and the first record of an event from those that repeat its id. */
final class ReadRecords {
    private final EnvelopeReader reader;
    private final boolean traced;

    /** @param traced whether attempts are traced, and so the trace of an event is of interest */
    ReadRecords(EnvelopeReader reader, boolean traced) {
        this.reader = reader;
        this.traced = traced;
    }

    /**
     * What a batch of records holds.
     *
     * @param events each once, in the order of their first records
     * @param origins the records of {@code events}, in the same order
     * @param repeats further records with the id of one of {@code events}
     */
    record Result(
            List<PublishedEvent> events,
            List<ConsumerRecord<byte[], byte[]>> origins,
            List<Repeat> repeats,
            List<RejectedRecord> invalid) {}

    record Repeat(EventId id, ConsumerRecord<byte[], byte[]> origin) {}

    Result read(List<ConsumerRecord<byte[], byte[]>> records) {
        Set<EventId> ids = HashSet.newHashSet(records.size());
        List<PublishedEvent> events = new ArrayList<>(records.size());
        List<ConsumerRecord<byte[], byte[]>> origins = new ArrayList<>(records.size());
        List<Repeat> repeats = new ArrayList<>();
        List<RejectedRecord> invalid = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : records) {
            switch (reading(message)) {
                case Valid(var envelope) -> {
                    if (ids.add(envelope.id())) {
                        events.add(event(envelope, message));
                        origins.add(message);
                    } else {
                        repeats.add(new Repeat(envelope.id(), message));
                    }
                }
                case Invalid(var reason, var defect) -> invalid.add(RejectedRecord.invalid(message, reason, defect));
            }
        }
        return new Result(events, origins, repeats, invalid);
    }

    private PublishedEvent event(EventEnvelope envelope, ConsumerRecord<byte[], byte[]> message) {
        var event = PublishedEvent.of(envelope, message.value(), message.timestamp());
        return traced ? event.withTrace(TraceHeader.of(message.headers())) : event;
    }

    private EnvelopeReading reading(ConsumerRecord<byte[], byte[]> message) {
        return message.value() == null
                ? new Invalid(Reason.NOT_JSON, Defect.ofBody("is a record without a value"))
                : reader.read(message.value());
    }
}
