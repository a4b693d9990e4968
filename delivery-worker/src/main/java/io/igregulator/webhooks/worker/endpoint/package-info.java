/** Endpoints as the worker sees them: cached snapshots that follow the version in each record. */
@NullMarked
package io.igregulator.webhooks.worker.endpoint;

import org.jspecify.annotations.NullMarked;
