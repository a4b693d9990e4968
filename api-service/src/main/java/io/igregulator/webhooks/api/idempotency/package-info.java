/** Requests that may be sent again after a time-out: a repeat gets the answer of the first, and changes nothing. */
@NullMarked
package io.igregulator.webhooks.api.idempotency;

import org.jspecify.annotations.NullMarked;
