package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.id.DeliveryId;

/** How far a range has been read, newest first. */
final class RangePosition {
    private final HistoryRange range;
    private DeliveryId reached;
    private boolean open = true;

    /** @param below where to begin */
    RangePosition(HistoryRange range, DeliveryId below) {
        this.range = range;
        this.reached = below;
    }

    HistoryRange range() {
        return range;
    }

    /** Nothing above it, and not itself either, is unread. */
    DeliveryId reached() {
        return reached;
    }

    boolean open() {
        return open;
    }

    void reach(DeliveryId last) {
        reached = last;
    }

    /** There is nothing more to read. */
    void close() {
        open = false;
    }
}
