/** Signing secrets: made, encrypted at rest, read back for signing. */
@NullMarked
package io.igregulator.webhooks.secret;

import org.jspecify.annotations.NullMarked;
