/** The delivery worker: events in from Kafka, signed POSTs out. */
@NullMarked
package io.igregulator.webhooks.worker;

import org.jspecify.annotations.NullMarked;
