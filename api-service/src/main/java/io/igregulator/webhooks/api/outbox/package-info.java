/** Moves the rows that API transactions commit into the outbox to Kafka, in order and without loss. */
@NullMarked
package io.igregulator.webhooks.api.outbox;

import org.jspecify.annotations.NullMarked;
