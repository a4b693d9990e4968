package io.igregulator.webhooks.api.feed;

import org.jspecify.annotations.Nullable;

/**
 * An event on a page.
 *
 * @param size of its body; 0 where retention was faster
 * @param body null where it is to be read later
 */
record FeedEntry(FeedPosition position, int size, byte @Nullable [] body) {}
