/** PostgreSQL in: deliveries that were due later are claimed and put into their lanes. */
@NullMarked
package io.igregulator.webhooks.worker.waiting;

import org.jspecify.annotations.NullMarked;
