/** Recoveries: asked for and watched here, done by a worker. */
@NullMarked
package io.igregulator.webhooks.api.recovery;

import org.jspecify.annotations.NullMarked;
