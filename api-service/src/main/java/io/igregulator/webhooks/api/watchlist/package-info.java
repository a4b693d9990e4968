/** The gambling operators that an account watches. */
@NullMarked
package io.igregulator.webhooks.api.watchlist;

import org.jspecify.annotations.NullMarked;
