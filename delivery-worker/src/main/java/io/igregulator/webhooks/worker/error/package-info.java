/** The contract's error envelope on the worker's port, which serves health and metrics, from whichever layer refuses. */
@NullMarked
package io.igregulator.webhooks.worker.error;

import org.jspecify.annotations.NullMarked;
