/** The one hash that stored and derived values use. */
@NullMarked
package io.igregulator.webhooks.hash;

import org.jspecify.annotations.NullMarked;
