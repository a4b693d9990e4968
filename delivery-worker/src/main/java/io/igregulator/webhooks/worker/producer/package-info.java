/** How the worker makes and renews its Kafka producers. */
@NullMarked
package io.igregulator.webhooks.worker.producer;

import org.jspecify.annotations.NullMarked;
