/** Loops that must never stop silently: each on its own thread, restarted when it fails, with a pulse. */
@NullMarked
package io.igregulator.webhooks.loop;

import org.jspecify.annotations.NullMarked;
