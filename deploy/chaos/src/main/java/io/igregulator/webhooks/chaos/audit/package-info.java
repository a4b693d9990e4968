/** Compares what must have arrived with what did. */
@NullMarked
package io.igregulator.webhooks.chaos.audit;

import org.jspecify.annotations.NullMarked;
