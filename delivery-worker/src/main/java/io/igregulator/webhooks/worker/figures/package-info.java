/** Gathers the figures that batches of outcomes leave. */
@NullMarked
package io.igregulator.webhooks.worker.figures;

import org.jspecify.annotations.NullMarked;
