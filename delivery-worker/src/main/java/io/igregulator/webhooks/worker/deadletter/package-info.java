/** Where records go that nobody can read: kept with their origin and the reason, so that the partition moves on. */
@NullMarked
package io.igregulator.webhooks.worker.deadletter;

import org.jspecify.annotations.NullMarked;
