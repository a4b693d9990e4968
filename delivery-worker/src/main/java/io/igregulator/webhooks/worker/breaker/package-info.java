/** One circuit per endpoint: what keeps failing is left alone for a while. */
@NullMarked
package io.igregulator.webhooks.worker.breaker;

import org.jspecify.annotations.NullMarked;
