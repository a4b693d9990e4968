/** PostgreSQL restored to an earlier time while Kafka lives on, after the documented procedure. */
@NullMarked
package io.igregulator.webhooks.chaos.restore;

import org.jspecify.annotations.NullMarked;
