package io.igregulator.webhooks.lag;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The first open records of a partition, as far as they have been read. Each is read once: what the group commits is
 * dropped, and reading continues behind what is known.
 */
final class OpenWindow {
    private final ArrayDeque<OpenRecord> records = new ArrayDeque<>();
    private long committed;
    private long position;
    private long end;
    private boolean undecided;

    OpenWindow(long committed) {
        this.committed = committed;
        this.position = committed;
    }

    void moveTo(long nowCommitted, long nowEnd) {
        if (nowCommitted < committed || nowCommitted > position || nowEnd < position) {
            records.clear();
            position = nowCommitted;
        }
        committed = nowCommitted;
        end = nowEnd;
        undecided = false;
        while (!records.isEmpty() && records.getFirst().offset() < committed) {
            records.removeFirst();
        }
    }

    void read(OpenRecord record) {
        if (record.offset() >= position) {
            records.addLast(record);
        }
    }

    void positionAt(long next) {
        position = Math.max(position, next);
    }

    /** What follows is part of a transaction that has not ended. */
    void endsUndecided() {
        undecided = true;
    }

    boolean wants(int most) {
        return position < end && !undecided && records.size() < most;
    }

    /** Where to read on. */
    long position() {
        return position;
    }

    /** The lowest open record; null where there is none, or none has been read. */
    @Nullable
    OpenRecord first() {
        return records.peekFirst();
    }

    /** Whether there is no open record: markers and gaps are not records. */
    boolean isEmpty() {
        return records.isEmpty() && position >= end;
    }

    /** Where a transaction that has not ended holds all later records up. */
    boolean undecided() {
        return undecided;
    }

    int size() {
        return records.size();
    }

    /** Offsets behind what has been read. */
    long unread() {
        return Math.max(0, end - position);
    }

    long deliveries() {
        return records.stream().mapToLong(OpenRecord::deliveries).sum();
    }

    /** In milliseconds; the greatest number where nothing has been read. */
    long oldestPublished() {
        return records.stream().mapToLong(OpenRecord::publishedAt).min().orElse(Long.MAX_VALUE);
    }
}
