/** Who may read what of the worker's own port. */
@NullMarked
package io.igregulator.webhooks.worker.access;

import org.jspecify.annotations.NullMarked;
