package io.igregulator.webhooks.worker.deadletter;

import io.igregulator.webhooks.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies records to {@code webhook.dead-letters}, byte for byte, with origin and reason. */
public final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final Producer<byte[], byte[]> producer;
    private final MeterRegistry meters;

    public DeadLetters(Producer<byte[], byte[]> producer, MeterRegistry meters) {
        this.producer = producer;
        this.meters = meters;
    }

    /**
     * @param reason stable and machine-readable
     * @param detail for a person; quotes no part of the record
     * @return completes when Kafka has it, exceptionally when it has not: the origin must not be committed then
     */
    public CompletableFuture<Void> send(ConsumerRecord<byte[], byte[]> origin, String reason, String detail) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS, origin.key(), origin.value());
        DeadLetterHeaders.write(letter.headers(), origin, reason, detail);
        CompletableFuture<Void> kept = new CompletableFuture<>();
        var _ = producer.send(letter, (metadata, failure) -> {
            if (failure == null) {
                log.warn(
                        "dead letter from {}-{} at {}: {} ({})",
                        origin.topic(),
                        origin.partition(),
                        origin.offset(),
                        reason,
                        detail);
                meters.counter("webhook.dead.letters", "topic", origin.topic(), "reason", reason)
                        .increment();
                kept.complete(null);
            } else {
                kept.completeExceptionally(failure);
            }
        });
        return kept;
    }
}
