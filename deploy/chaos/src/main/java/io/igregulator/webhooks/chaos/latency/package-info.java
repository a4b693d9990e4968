/** From an event to its arrivals: how long it took. */
@NullMarked
package io.igregulator.webhooks.chaos.latency;

import org.jspecify.annotations.NullMarked;
