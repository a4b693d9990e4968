package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.worker.deadletter.DeadLetters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Puts aside what is no event, and returns once Kafka has it. */
final class BuryInvalid {
    private final DeadLetters deadLetters;

    BuryInvalid(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** @throws FanoutFailedException when any may not have reached Kafka */
    void bury(List<InvalidRecord> invalid) {
        try {
            CompletableFuture.allOf(invalid.stream().map(this::send).toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new FanoutFailedException("not every dead letter was acknowledged", e);
        }
    }

    private CompletableFuture<Void> send(InvalidRecord invalid) {
        return deadLetters.send(
                invalid.origin(), invalid.reason().wireName(), invalid.defect().toString());
    }
}
