package io.igregulator.webhooks.worker.dispatch;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which offsets of one partition are still open, and therefore what may be committed: the lowest open one, or the
 * position when none is open. An offset is open until each of its record's deliveries is done. Touched by the poll thread
 * only; {@link #behind} may be asked from any.
 */
final class PartitionTracker {
    // The mean is that of about so many records, the last ones.
    private static final int MEAN_OF = 64;

    private final NavigableMap<Long, Integer> open = new TreeMap<>();
    private long position;
    private long openDeliveries;
    private double meanDeliveries = 1;
    private int recordsInMean;
    private long committed;
    private volatile Progress progress;

    private record Progress(long position, long openDeliveries, double meanDeliveries) {}

    /**
     * @param position the next offset that the consumer will return
     * @param committed what the group has committed, or -1 for nothing, which makes the position itself worth committing:
     *     lag tools show a partition only then
     */
    PartitionTracker(long position, long committed) {
        this.position = position;
        this.committed = committed;
        this.progress = new Progress(position, 0, 1);
    }

    /** @param deliveries how many there are in its record */
    void opened(long offset, int deliveries) {
        open.put(offset, deliveries);
        openDeliveries += deliveries;
        recordsInMean = Math.min(MEAN_OF, recordsInMean + 1);
        meanDeliveries += (deliveries - meanDeliveries) / recordsInMean;
        position = Math.max(position, offset + 1);
    }

    /** The record counts as one, as it is handled as a whole. */
    void openedAsOne(long offset) {
        Integer before = open.put(offset, 1);
        openDeliveries += 1 - (before == null ? 0 : before);
    }

    /** One delivery of the record. */
    void done(long offset) {
        Integer left = open.get(offset);
        if (left == null) {
            return;
        }
        if (left == 1) {
            open.remove(offset);
        } else {
            open.put(offset, left - 1);
        }
        openDeliveries--;
    }

    /** The consumer's own position, which also steps over transaction markers and compacted offsets. */
    void advancedTo(long consumerPosition) {
        position = Math.max(position, consumerPosition);
        Progress last = progress;
        if (last.position != position || last.openDeliveries != openDeliveries) {
            progress = new Progress(position, openDeliveries, meanDeliveries);
        }
    }

    long committable() {
        return open.isEmpty() ? position : open.firstKey();
    }

    boolean hasProgress() {
        return committable() != committed;
    }

    void committed(long offset) {
        committed = offset;
    }

    /** Offsets, whatever they hold. */
    int openCount() {
        return open.size();
    }

    /** How far the partition has run ahead of its lowest open offset. */
    long span() {
        return open.isEmpty() ? 0 : position - open.firstKey();
    }

    /**
     * Deliveries between what is done and the partition's end: those of records that were read are counted; each record
     * that was not is taken for the mean of those that lately were. As of the poll thread's last round.
     */
    long behind(long end) {
        Progress last = progress;
        return last.openDeliveries + Math.round(Math.max(0, end - last.position) * last.meanDeliveries);
    }
}
