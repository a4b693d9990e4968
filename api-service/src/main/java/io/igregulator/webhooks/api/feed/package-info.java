/** The polling feed: the events of the caller's watchlist for those who would rather ask than be called. */
@NullMarked
package io.igregulator.webhooks.api.feed;

import org.jspecify.annotations.NullMarked;
