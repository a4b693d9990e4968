/** Strangers at the worker's port. */
@NullMarked
package io.igregulator.webhooks.worker.port;

import org.jspecify.annotations.NullMarked;
