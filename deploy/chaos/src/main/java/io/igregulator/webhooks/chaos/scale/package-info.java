/** Two workers that become four and two again under load. */
@NullMarked
package io.igregulator.webhooks.chaos.scale;

import org.jspecify.annotations.NullMarked;
