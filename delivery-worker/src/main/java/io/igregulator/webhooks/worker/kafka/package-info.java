/** How the worker makes its Kafka consumers. */
@NullMarked
package io.igregulator.webhooks.worker.kafka;

import org.jspecify.annotations.NullMarked;
