/** The types of events that endpoints may subscribe to, as subscribers read of them. */
@NullMarked
package io.igregulator.webhooks.api.event;

import org.jspecify.annotations.NullMarked;
