/** Believable events and their way into Kafka, as an upstream system would publish them. */
@NullMarked
package io.igregulator.webhooks.stack.event;

import org.jspecify.annotations.NullMarked;
