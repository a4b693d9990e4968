/** The two ports of the service: the public one, and the operator's behind a token. */
@NullMarked
package io.igregulator.webhooks.api.port;

import org.jspecify.annotations.NullMarked;
