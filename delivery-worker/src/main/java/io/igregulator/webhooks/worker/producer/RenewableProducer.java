package io.igregulator.webhooks.worker.producer;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * A producer made at its first use and made anew after a failure: some failures leave a producer unusable for good, and
 * what is still queued in it would only be sent twice.
 */
public final class RenewableProducer implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> current;
    private boolean closed;

    public RenewableProducer(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    public static RenewableProducer of(Map<String, Object> settings) {
        return new RenewableProducer(() -> new KafkaProducer<>(settings));
    }

    public synchronized Producer<byte[], byte[]> get() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (current == null) {
            current = producers.get();
        }
        return current;
    }

    /** The next {@link #get} makes a new one; whatever {@code failed} still holds fails at once. */
    public void discard(Producer<byte[], byte[]> failed) {
        forget(failed);
        failed.close(Duration.ZERO);
    }

    @Override
    public void close() {
        Producer<byte[], byte[]> last = takeLast();
        if (last != null) {
            last.close(CLOSE_PATIENCE);
        }
    }

    // Closing waits for callbacks, and those may ask for a producer: never close inside the monitor.
    @SuppressWarnings("ReferenceEquality") // this very producer, not one like it
    private synchronized void forget(Producer<byte[], byte[]> failed) {
        if (current == failed) {
            current = null;
        }
    }

    private synchronized @Nullable Producer<byte[], byte[]> takeLast() {
        closed = true;
        Producer<byte[], byte[]> last = current;
        current = null;
        return last;
    }
}
