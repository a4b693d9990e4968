/** Who takes an event: the rule of the public contract, for fan-out and for recoveries. */
@NullMarked
package io.igregulator.webhooks.worker.recipient;

import org.jspecify.annotations.NullMarked;
