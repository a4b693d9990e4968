/** Publishing over HTTP: events of systems that do not speak Kafka, checked, remembered and handed to the outbox. */
@NullMarked
package io.igregulator.webhooks.api.publish;

import org.jspecify.annotations.NullMarked;
