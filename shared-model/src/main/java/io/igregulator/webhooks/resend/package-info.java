/** Deliveries sent once more: what the API does for one, the worker does for many. */
@NullMarked
package io.igregulator.webhooks.resend;

import org.jspecify.annotations.NullMarked;
