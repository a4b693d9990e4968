/** Strangers at the ports. */
@NullMarked
package io.igregulator.webhooks.api.port;

import org.jspecify.annotations.NullMarked;
