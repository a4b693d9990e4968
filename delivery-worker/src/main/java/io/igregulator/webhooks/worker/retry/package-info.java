/** When to try again, and when to stop. */
@NullMarked
package io.igregulator.webhooks.worker.retry;

import org.jspecify.annotations.NullMarked;
