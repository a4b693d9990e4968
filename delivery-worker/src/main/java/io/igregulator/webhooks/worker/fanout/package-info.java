/** From an event to its deliveries: read it, store its body once, find who gets it, one record each. */
@NullMarked
package io.igregulator.webhooks.worker.fanout;

import org.jspecify.annotations.NullMarked;
