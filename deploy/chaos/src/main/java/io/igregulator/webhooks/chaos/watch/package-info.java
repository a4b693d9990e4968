/** The consumers' offsets and the waiting rows, looked at from outside. */
@NullMarked
package io.igregulator.webhooks.chaos.watch;

import org.jspecify.annotations.NullMarked;
