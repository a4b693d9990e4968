/** Figures about the whole, measured on the side: consumer lag, waiting rows. */
@NullMarked
package io.igregulator.webhooks.worker.metrics;

import org.jspecify.annotations.NullMarked;
