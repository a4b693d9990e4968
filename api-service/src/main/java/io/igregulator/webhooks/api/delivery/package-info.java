/** What became of the events sent to an endpoint: listed, read with every attempt, sent again. */
@NullMarked
package io.igregulator.webhooks.api.delivery;

import org.jspecify.annotations.NullMarked;
