package io.igregulator.webhooks.worker.fanout;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/** Logs each failed try of a batch, in one line. */
final class BatchFailures implements RetryListener {
    private static final Logger log = LoggerFactory.getLogger(BatchFailures.class);

    private final FanoutProgress progress;
    private final FanoutMeters meters;

    BatchFailures(FanoutProgress progress, FanoutMeters meters) {
        this.progress = progress;
        this.meters = meters;
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, Exception failure, int attempt) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        progress.failed(cause);
        meters.failed();
        log.warn("A batch of {} failed at try {} and is done again: {}", records.count(), attempt, cause.toString());
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> message, @Nullable Exception failure, int attempt) {
        // Asked for by the interface; a batch fails as a whole.
    }
}
