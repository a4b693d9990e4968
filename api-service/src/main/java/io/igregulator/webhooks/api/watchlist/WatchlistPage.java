package io.igregulator.webhooks.api.watchlist;

import java.util.List;

/**
 * A part of a watchlist, newest first.
 *
 * @param count of all operators on it
 * @param limit of this page
 * @param offset of this page
 */
record WatchlistPage(int count, int limit, int offset, List<WatchedOperator> operators) {}
