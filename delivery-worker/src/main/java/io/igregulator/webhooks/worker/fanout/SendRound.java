package io.igregulator.webhooks.worker.fanout;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Waits for any number of sends with one object instead of a future each. */
final class SendRound implements Callback {
    private final CompletableFuture<Void> result = new CompletableFuture<>();
    // One more than is open, until all have been started.
    private final AtomicInteger open = new AtomicInteger(1);

    /** To be called before each send. */
    SendRound started() {
        open.incrementAndGet();
        return this;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception failure) {
        if (failure != null) {
            result.completeExceptionally(failure);
        }
        finishOne();
    }

    /** Returns when Kafka has acknowledged all, throws at the first failure. */
    void await() throws ExecutionException, InterruptedException {
        finishOne();
        result.get();
    }

    private void finishOne() {
        if (open.decrementAndGet() == 0) {
            result.complete(null);
        }
    }
}
