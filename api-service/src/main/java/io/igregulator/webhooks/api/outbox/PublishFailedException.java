package io.igregulator.webhooks.api.outbox;

/** Kafka did not acknowledge every row of a round; none of the round's rows may be deleted. */
final class PublishFailedException extends RuntimeException {
    PublishFailedException(Throwable cause) {
        super("not every row was acknowledged", cause);
    }
}
