/** Outcomes into PostgreSQL, in batches; only then is a delivery done. */
@NullMarked
package io.igregulator.webhooks.worker.outcome;

import org.jspecify.annotations.NullMarked;
