/** Secrets that an old key encrypted, encrypted again with the active one, so that the old key can be retired. */
@NullMarked
package io.igregulator.webhooks.worker.encryption;

import org.jspecify.annotations.NullMarked;
