package io.igregulator.webhooks.worker.retention;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Runs its steps periodically; a step that fails does not stop the others. */
final class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration BETWEEN_BATCHES = Duration.ofSeconds(1);
    // Long against the lock timeout: while a long query holds the lock, writers are seldom held up by our waiting for
    // it.
    private static final Duration WHILE_BLOCKED = Duration.ofMinutes(1);

    private final List<RetentionStep> steps;
    private final PartitionReader partitions;
    private final RetentionMeters meters;
    private final Duration interval;

    Retention(List<RetentionStep> steps, PartitionReader partitions, RetentionMeters meters, Duration interval) {
        this.steps = List.copyOf(steps);
        this.partitions = partitions;
        this.meters = meters;
        this.interval = interval;
    }

    /** One round; how long until the next one. */
    Duration round() {
        return switch (tick()) {
            case DONE -> interval;
            case MORE -> BETWEEN_BATCHES;
            case BLOCKED -> WHILE_BLOCKED;
        };
    }

    Progress tick() {
        Progress progress = steps.stream().map(this::run).reduce(Progress.DONE, Progress::and);
        if (progress == Progress.DONE) {
            meters.done();
        }
        // Also while a step is blocked: that is when the partitions may end.
        if (progress != Progress.MORE) {
            measure();
        }
        return progress;
    }

    private void measure() {
        try {
            meters.partitions(partitions::read);
        } catch (DataAccessException e) {
            log.warn("cannot count partitions now: {}", e.getMostSpecificCause().getMessage());
        }
    }

    private Progress run(RetentionStep step) {
        try {
            return step.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("cannot {} now: {}", step, e.getMostSpecificCause().getMessage());
            return Progress.BLOCKED;
        }
    }
}
