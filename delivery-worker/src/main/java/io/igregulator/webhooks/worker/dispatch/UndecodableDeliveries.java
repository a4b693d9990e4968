package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.worker.deadletter.DeadLetters;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record that is not a delivery becomes a dead letter; its offset stays open until Kafka has it there. A producer may
 * wait for its topic before it takes a record, which the poll thread must not.
 */
final class UndecodableDeliveries {
    private static final Logger log = LoggerFactory.getLogger(UndecodableDeliveries.class);
    private static final Executor NOW = Thread.ofVirtual().name("undecodable")::start;
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, NOW);

    private final DeadLetters deadLetters;

    UndecodableDeliveries(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    void handle(ConsumerRecord<byte[], Body> record, String detail, RecordTicket ticket) {
        ConsumerRecord<byte[], byte[]> origin = asBytes(record);
        NOW.execute(() -> send(origin, detail, ticket));
    }

    private void send(ConsumerRecord<byte[], byte[]> record, String detail, RecordTicket ticket) {
        var _ = deadLetters
                .send(record, DeadLetters.UNDECODABLE_DELIVERY, detail)
                .whenComplete((kept, failure) -> {
                    if (failure == null) {
                        ticket.recorded();
                    } else if (ticket.valid()) {
                        log.warn("cannot keep a dead letter, trying again: {}", failure.toString());
                        LATER.execute(() -> send(record, detail, ticket));
                    }
                });
    }

    private static ConsumerRecord<byte[], byte[]> asBytes(ConsumerRecord<byte[], Body> record) {
        byte[] value = record.value() == null ? null : record.value().toBytes();
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                value,
                record.headers(),
                record.leaderEpoch());
    }
}
