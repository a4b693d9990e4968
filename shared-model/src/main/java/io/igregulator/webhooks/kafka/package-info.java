/** How both services make and renew their Kafka producers. */
@NullMarked
package io.igregulator.webhooks.kafka;

import org.jspecify.annotations.NullMarked;
