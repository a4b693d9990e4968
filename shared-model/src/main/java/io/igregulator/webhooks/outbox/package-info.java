/** The transactional outbox: rows written in the caller's transaction, published later by the relay. */
@NullMarked
package io.igregulator.webhooks.outbox;

import org.jspecify.annotations.NullMarked;
