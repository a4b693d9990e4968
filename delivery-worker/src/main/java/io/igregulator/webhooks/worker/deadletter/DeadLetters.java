package io.igregulator.webhooks.worker.deadletter;

import io.igregulator.webhooks.kafka.RenewableProducer;
import io.igregulator.webhooks.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies records to {@code webhook.dead-letters}, byte for byte, with origin and reason. */
public final class DeadLetters implements AutoCloseable {
    /** The event's id was published before with another body. */
    public static final String CONFLICTING_BODY = "conflicting_body";

    /** A record of {@code webhook.deliveries} that fan-out cannot have written. */
    public static final String UNDECODABLE_DELIVERY = "undecodable_delivery";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final RenewableProducer producers;
    private final DeadLetterMeters meters;

    public DeadLetters(RenewableProducer producers, MeterRegistry registry) {
        this.producers = producers;
        this.meters = new DeadLetterMeters(registry);
    }

    /**
     * @param reason stable and machine-readable
     * @param detail for a person; quotes no part of the record
     * @return completes when Kafka has it, exceptionally when it has not: the origin must not be committed then
     */
    public CompletableFuture<Void> send(ConsumerRecord<byte[], byte[]> origin, String reason, String detail) {
        return send(complete(origin, reason, detail))
                .exceptionallyCompose(failure -> failure instanceof RecordTooLargeException
                        ? send(withoutContent(origin, reason, detail))
                        : CompletableFuture.failedFuture(failure))
                .thenRun(() -> report(origin, reason, detail));
    }

    @Override
    public void close() {
        producers.close();
    }

    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> letter) {
        CompletableFuture<Void> kept = new CompletableFuture<>();
        var _ = producers.get().send(letter, (metadata, failure) -> {
            if (failure == null) {
                kept.complete(null);
            } else {
                kept.completeExceptionally(failure);
            }
        });
        return kept;
    }

    private static ProducerRecord<byte[], byte[]> complete(
            ConsumerRecord<byte[], byte[]> origin, String reason, String detail) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS, origin.key(), origin.value());
        origin.headers().forEach(letter.headers()::add);
        DeadLetterHeaders.write(letter.headers(), origin, reason, detail);
        return letter;
    }

    // Always small enough; the record itself is still at its origin, for as long as that topic keeps it.
    private static ProducerRecord<byte[], byte[]> withoutContent(
            ConsumerRecord<byte[], byte[]> origin, String reason, String detail) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS, null);
        DeadLetterHeaders.write(letter.headers(), origin, reason, detail);
        DeadLetterHeaders.writeContentOmitted(letter.headers());
        return letter;
    }

    private void report(ConsumerRecord<byte[], byte[]> origin, String reason, String detail) {
        meters.sent(origin.topic(), reason);
        log.warn(
                "dead letter from {}-{} at {}: {} ({})",
                origin.topic(),
                origin.partition(),
                origin.offset(),
                reason,
                detail);
    }
}
