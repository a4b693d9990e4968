/** Signing secrets as rows: added, expired and removed, encrypted throughout. */
@NullMarked
package io.igregulator.webhooks.api.secret;

import org.jspecify.annotations.NullMarked;
