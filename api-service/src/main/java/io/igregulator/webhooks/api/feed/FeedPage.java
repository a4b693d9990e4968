package io.igregulator.webhooks.api.feed;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param entries with the bodies of the first
 * @param next where to continue, whether or not anything came: a client that keeps it misses nothing and gets nothing twice
 */
record FeedPage(List<FeedEntry> entries, FeedCursor next) {
    FeedPage {
        entries = List.copyOf(entries);
    }
}
