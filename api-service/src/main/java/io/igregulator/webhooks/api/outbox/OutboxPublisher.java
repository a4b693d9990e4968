package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.kafka.RenewableProducer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Sends rows in the order given and returns once Kafka has all of them. Used by the relay's thread alone. */
final class OutboxPublisher {
    private final RenewableProducer producers;
    private final OutboxMeters meters;

    OutboxPublisher(RenewableProducer producers, OutboxMeters meters) {
        this.producers = producers;
        this.meters = meters;
    }

    /** @throws PublishFailedException when any row may not have reached Kafka */
    void publish(List<OutboxRow> rows) throws InterruptedException {
        try {
            for (Future<RecordMetadata> send : send(rows)) {
                send.get();
            }
        } catch (ExecutionException | KafkaException e) {
            close();
            throw new PublishFailedException(e);
        }
        rows.forEach(row -> meters.published(row.topic()));
    }

    /** Drops what is still queued: it must not overtake rows of the same key that failed before it. */
    void close() {
        producers.discard();
    }

    private List<Future<RecordMetadata>> send(List<OutboxRow> rows) {
        Producer<byte[], byte[]> producer = producers.get();
        List<Future<RecordMetadata>> sends = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            sends.add(producer.send(row.toRecord()));
        }
        return sends;
    }
}
