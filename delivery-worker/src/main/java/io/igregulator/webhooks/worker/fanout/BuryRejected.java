package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.worker.deadletter.DeadLetters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Puts aside what is not delivered, and returns once Kafka has it. */
final class BuryRejected {
    private final DeadLetters deadLetters;

    BuryRejected(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** @throws FanoutFailedException when any may not have reached Kafka */
    void bury(List<RejectedRecord> rejected) {
        try {
            CompletableFuture.allOf(rejected.stream().map(this::send).toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new FanoutFailedException("not every dead letter was acknowledged", e);
        }
    }

    private CompletableFuture<Void> send(RejectedRecord rejected) {
        return deadLetters.send(rejected.origin(), rejected.reason(), rejected.detail());
    }
}
