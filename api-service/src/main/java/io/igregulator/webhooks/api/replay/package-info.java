/** Replays: stored events published again, after deliveries were lost. */
@NullMarked
package io.igregulator.webhooks.api.replay;

import org.jspecify.annotations.NullMarked;
