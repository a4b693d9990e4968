package io.igregulator.webhooks.worker.dispatch;

import org.apache.kafka.common.TopicPartition;

/**
 * One partition for as long as this consumer owns it. The object itself is the generation: completions that arrive for an
 * assignment that has ended are ignored, even if the partition has come back since.
 */
final class Assignment {
    private final TopicPartition partition;
    private final PartitionTracker tracker;
    private final long horizon;
    private volatile boolean closed;
    private volatile boolean ended;

    /** @param horizon the offset below which an earlier owner may have made deliveries without committing them */
    Assignment(TopicPartition partition, PartitionTracker tracker, long horizon) {
        this.partition = partition;
        this.tracker = tracker;
        this.horizon = horizon;
    }

    TopicPartition partition() {
        return partition;
    }

    PartitionTracker tracker() {
        return tracker;
    }

    boolean mayBeRepeat(long offset) {
        return offset < horizon;
    }

    /** Whether a delivery of this partition may still be started. */
    boolean open() {
        return !closed;
    }

    /** The partition is leaving: nothing more is started, what was started may still complete. */
    void close() {
        closed = true;
    }

    boolean ended() {
        return ended;
    }

    void end() {
        closed = true;
        ended = true;
    }
}
