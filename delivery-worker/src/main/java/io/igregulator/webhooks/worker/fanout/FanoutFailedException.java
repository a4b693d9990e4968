package io.igregulator.webhooks.worker.fanout;

/** Kafka may not have all of a batch's records, so the batch must be done again. */
final class FanoutFailedException extends RuntimeException {
    FanoutFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
