/** How many requests a key may make in a second. */
@NullMarked
package io.igregulator.webhooks.api.limit;

import org.jspecify.annotations.NullMarked;
