package io.igregulator.webhooks.worker.dispatch;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which offsets of one partition are still open, and therefore what may be committed: the lowest open one, or the
 * position when none is open. Touched by the poll thread only.
 */
final class PartitionTracker {
    private final NavigableSet<Long> open = new TreeSet<>();
    private long position;
    private long committed;

    /**
     * @param position the next offset that the consumer will return
     * @param committed what the group has committed, or -1 for nothing, which makes the position itself worth committing:
     *     lag tools show a partition only then
     */
    PartitionTracker(long position, long committed) {
        this.position = position;
        this.committed = committed;
    }

    void opened(long offset) {
        open.add(offset);
        position = Math.max(position, offset + 1);
    }

    void done(long offset) {
        open.remove(offset);
    }

    /** The consumer's own position, which also steps over transaction markers and compacted offsets. */
    void advancedTo(long consumerPosition) {
        position = Math.max(position, consumerPosition);
    }

    long committable() {
        return open.isEmpty() ? position : open.first();
    }

    boolean hasProgress() {
        return committable() != committed;
    }

    void committed(long offset) {
        committed = offset;
    }

    int openCount() {
        return open.size();
    }

    /** How far the partition has run ahead of its lowest open offset. */
    long span() {
        return open.isEmpty() ? 0 : position - open.first();
    }
}
