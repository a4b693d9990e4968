/** Webhook endpoints: created, read, changed and deleted, each change together with its outbox row. */
@NullMarked
package io.igregulator.webhooks.api.endpoint;

import org.jspecify.annotations.NullMarked;
