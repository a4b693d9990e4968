package io.igregulator.webhooks.api.feed;

import org.jspecify.annotations.Nullable;

/**
 * An event on a page.
 *
 * @param body null where retention was faster
 */
record FeedEntry(FeedPosition position, byte @Nullable [] body) {}
