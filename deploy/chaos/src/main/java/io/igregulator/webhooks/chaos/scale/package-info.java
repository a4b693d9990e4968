/** Two workers become four under load, and two again. */
@NullMarked
package io.igregulator.webhooks.chaos.scale;

import org.jspecify.annotations.NullMarked;
