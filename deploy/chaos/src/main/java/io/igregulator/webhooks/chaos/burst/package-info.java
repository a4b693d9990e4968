/** A worker killed in the first second of a burst. */
@NullMarked
package io.igregulator.webhooks.chaos.burst;

import org.jspecify.annotations.NullMarked;
