package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.worker.deadletter.DeadLetter;
import io.igregulator.webhooks.worker.deadletter.DeadLetterWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Puts aside what is no event, and returns once Kafka has it. */
final class BuryDeadLetters {
    private final DeadLetterWriter writer;

    BuryDeadLetters(DeadLetterWriter writer) {
        this.writer = writer;
    }

    /** @throws FanoutFailedException when any may not have reached Kafka */
    void bury(List<DeadLetter> letters) {
        try {
            CompletableFuture.allOf(letters.stream().map(writer::write).toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new FanoutFailedException("not every dead letter was acknowledged", e);
        }
    }
}
