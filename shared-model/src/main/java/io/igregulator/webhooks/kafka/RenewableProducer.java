package io.igregulator.webhooks.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * A producer made at its first use and replaced after a failure: some failures leave a producer unusable for good, and
 * what is still queued in it would only be sent twice.
 */
public final class RenewableProducer implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Function<Producer<byte[], byte[]>, Runnable> onMade;
    private @Nullable Producer<byte[], byte[]> current;
    private Runnable beforeClose = RenewableProducer::nothing;
    private boolean closed;

    public RenewableProducer(Supplier<Producer<byte[], byte[]>> producers) {
        this(producers, producer -> RenewableProducer::nothing);
    }

    private RenewableProducer(
            Supplier<Producer<byte[], byte[]>> producers, Function<Producer<byte[], byte[]>, Runnable> onMade) {
        this.producers = producers;
        this.onMade = onMade;
    }

    public static RenewableProducer of(Map<String, Object> settings) {
        return new RenewableProducer(() -> new KafkaProducer<>(settings));
    }

    /** @param onMade called with each producer that is made; returns what is called before that one is closed */
    public static RenewableProducer of(
            Map<String, Object> settings, Function<Producer<byte[], byte[]>, Runnable> onMade) {
        return new RenewableProducer(() -> new KafkaProducer<>(settings), onMade);
    }

    public synchronized Producer<byte[], byte[]> get() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (current == null) {
            current = producers.get();
            beforeClose = onMade.apply(current);
        }
        return current;
    }

    /** The next {@link #get} makes a new one; whatever {@code failed} still holds fails at once. */
    public void discard(Producer<byte[], byte[]> failed) {
        forget(failed);
        failed.close(Duration.ZERO);
    }

    /** The same for the current one, whichever that is. */
    public void discard() {
        Producer<byte[], byte[]> dropped = take();
        if (dropped != null) {
            dropped.close(Duration.ZERO);
        }
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
            take();
        }
    }

    private synchronized @Nullable Producer<byte[], byte[]> takeLast() {
        closed = true;
        return take();
    }

    private synchronized @Nullable Producer<byte[], byte[]> take() {
        Producer<byte[], byte[]> taken = current;
        current = null;
        beforeClose.run();
        beforeClose = RenewableProducer::nothing;
        return taken;
    }

    private static void nothing() {}
}
