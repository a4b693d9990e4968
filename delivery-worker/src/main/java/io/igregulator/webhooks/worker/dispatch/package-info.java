/** Kafka in: the consumer of deliveries, its offset tracker and its back-pressure. */
@NullMarked
package io.igregulator.webhooks.worker.dispatch;

import org.jspecify.annotations.NullMarked;
