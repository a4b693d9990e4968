/** What keeps history small: partitions made ahead of time and dropped when old, and the history of deleted endpoints. */
@NullMarked
package io.igregulator.webhooks.worker.retention;

import org.jspecify.annotations.NullMarked;
