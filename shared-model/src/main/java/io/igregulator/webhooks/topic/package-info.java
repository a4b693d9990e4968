/** Kafka topics, record headers and the mapping of endpoints to partitions. */
@NullMarked
package io.igregulator.webhooks.topic;

import org.jspecify.annotations.NullMarked;
