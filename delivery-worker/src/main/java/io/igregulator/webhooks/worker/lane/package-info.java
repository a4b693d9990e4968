/** One lane per endpoint: at most L requests in flight, the rest in order behind them. */
@NullMarked
package io.igregulator.webhooks.worker.lane;

import org.jspecify.annotations.NullMarked;
