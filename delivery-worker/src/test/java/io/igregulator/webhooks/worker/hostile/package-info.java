/** Receivers that misbehave, against the whole worker: what is recorded, when it ends, and who else notices. */
@NullMarked
package io.igregulator.webhooks.worker.hostile;

import org.jspecify.annotations.NullMarked;
