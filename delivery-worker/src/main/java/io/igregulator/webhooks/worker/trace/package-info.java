/** Traces of attempts: which are recorded, under which ids, and what receivers see of them. Off by default. */
@NullMarked
package io.igregulator.webhooks.worker.trace;

import org.jspecify.annotations.NullMarked;
