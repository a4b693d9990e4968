package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The restores that this database has been through. What was stored before one is the same in both generations. What came after
 * it in the earlier generation is not here, or again with a higher number.
 *
 * @param starts generation to the first position in it, without generation 0
 */
record Generations(SortedMap<Integer, FeedPosition> starts) {
    Generations {
        starts = new TreeMap<>(starts);
    }

    int current() {
        return starts.isEmpty() ? 0 : starts.lastKey();
    }

    /**
     * The same place in the current generation: nothing after it is skipped, and what was lost and is stored again comes again.
     *
     * @throws InvalidRequest if the cursor is of a generation that this database does not know
     */
    FeedPosition translate(FeedCursor cursor) {
        if (cursor.generation() < 0 || cursor.generation() > current()) {
            throw foreign();
        }
        FeedPosition position = cursor.position();
        for (FeedPosition start : starts.tailMap(cursor.generation() + 1).values()) {
            position = position.compareTo(start) < 0 ? position : start;
        }
        return position;
    }

    FeedCursor cursor(FeedPosition position) {
        return new FeedCursor(current(), position);
    }

    static InvalidRequest foreign() {
        return InvalidRequest.pagination(
                "cursor",
                "'cursor' is of another database",
                "start again with 'since', a little before the newest event that you have: repeats have the same event_id");
    }
}
