package io.igregulator.webhooks.worker.producer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer made at its first use and made anew after a failure: some failures leave a producer unusable for good, and
 * what is still queued in it would only be sent twice.
 */
public final class RenewableProducer implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> current;

    public RenewableProducer(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    /**
     * Acknowledged by all replicas and idempotent, whatever else is set.
     *
     * @param connection how Kafka is reached
     * @param settings what the purpose asks for; goes before {@code connection}
     */
    public static RenewableProducer of(Map<String, Object> connection, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(connection);
        all.putAll(settings);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        return new RenewableProducer(() -> new KafkaProducer<>(all));
    }

    public synchronized Producer<byte[], byte[]> get() {
        if (current == null) {
            current = producers.get();
        }
        return current;
    }

    /** The next {@link #get} makes a new one; whatever {@code failed} still holds fails at once. */
    @SuppressWarnings("ReferenceEquality") // this very producer, not one like it
    public synchronized void discard(Producer<byte[], byte[]> failed) {
        if (current == failed) {
            current = null;
        }
        failed.close(Duration.ZERO);
    }

    @Override
    public synchronized void close() {
        if (current != null) {
            current.close(CLOSE_PATIENCE);
            current = null;
        }
    }
}
