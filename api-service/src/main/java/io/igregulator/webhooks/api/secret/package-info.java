/** Secret rotation with an overlap in which old and new secret both sign. */
@NullMarked
package io.igregulator.webhooks.api.secret;

import org.jspecify.annotations.NullMarked;
