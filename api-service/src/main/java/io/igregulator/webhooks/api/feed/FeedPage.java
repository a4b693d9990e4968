package io.igregulator.webhooks.api.feed;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param bodies the envelopes as they were published
 * @param next where to go on, whether or not anything came: a client that keeps it misses nothing and gets nothing twice
 */
record FeedPage(List<byte[]> bodies, FeedPosition next) {
    FeedPage {
        bodies = List.copyOf(bodies);
    }
}
