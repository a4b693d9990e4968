/** What the events have in common that the worker itself publishes about endpoints. */
@NullMarked
package io.igregulator.webhooks.worker.notice;

import org.jspecify.annotations.NullMarked;
