/** When a restart of the API would help. */
@NullMarked
package io.igregulator.webhooks.api.liveness;

import org.jspecify.annotations.NullMarked;
