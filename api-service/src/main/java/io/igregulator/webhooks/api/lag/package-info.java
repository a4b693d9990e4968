/** How far the workers are behind, as seen from a process that outlives them. */
@NullMarked
package io.igregulator.webhooks.api.lag;

import org.jspecify.annotations.NullMarked;
