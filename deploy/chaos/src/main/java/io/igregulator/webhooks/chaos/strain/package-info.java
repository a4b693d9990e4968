/** One account, or a stranger, that takes as much as it can get of what all share. */
@NullMarked
package io.igregulator.webhooks.chaos.strain;

import org.jspecify.annotations.NullMarked;
