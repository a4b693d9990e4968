/** PostgreSQL or Kafka away for a while, against servers that belong to the test. */
@NullMarked
package io.igregulator.webhooks.worker.outage;

import org.jspecify.annotations.NullMarked;
