/** The services replaced one by one under load, and back. */
@NullMarked
package io.igregulator.webhooks.chaos.upgrade;

import org.jspecify.annotations.NullMarked;
