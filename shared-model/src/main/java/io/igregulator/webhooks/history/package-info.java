/** What both services must agree on about stored deliveries. */
@NullMarked
package io.igregulator.webhooks.history;

import org.jspecify.annotations.NullMarked;
