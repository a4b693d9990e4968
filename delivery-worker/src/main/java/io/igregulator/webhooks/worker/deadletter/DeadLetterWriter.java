package io.igregulator.webhooks.worker.deadletter;

import io.igregulator.webhooks.worker.producer.RenewableProducer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends unreadable records to {@code webhook.dead-letters}; their offset may be committed once Kafka has the copy. */
public final class DeadLetterWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterWriter.class);

    private final RenewableProducer producers;
    private final MeterRegistry meters;

    public DeadLetterWriter(RenewableProducer producers, MeterRegistry meters) {
        this.producers = producers;
        this.meters = meters;
    }

    /** @return completes when Kafka has it, exceptionally when that is not sure; then it must be written again */
    public CompletableFuture<Void> write(DeadLetter letter) {
        return send(letter.complete())
                .exceptionallyCompose(failure -> failure instanceof RecordTooLargeException
                        ? send(letter.withoutContent())
                        : CompletableFuture.failedFuture(failure))
                .thenRun(() -> report(letter));
    }

    @Override
    public void close() {
        producers.close();
    }

    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> message) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Producer<byte[], byte[]> producer = producers.get();
        var _ = producer.send(message, (metadata, failure) -> {
            if (failure == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(failure);
            }
        });
        return sent;
    }

    private void report(DeadLetter letter) {
        var origin = letter.origin();
        meters.counter("webhook.dead.letters", "topic", origin.topic(), "reason", letter.reason())
                .increment();
        log.warn(
                "{}-{} offset {} went to the dead letters, {}: {}",
                origin.topic(),
                origin.partition(),
                origin.offset(),
                letter.reason(),
                letter.detail());
    }
}
