/** How the worker reaches Kafka, and what each of its clients is set to. */
@NullMarked
package io.igregulator.webhooks.worker.kafka;

import org.jspecify.annotations.NullMarked;
