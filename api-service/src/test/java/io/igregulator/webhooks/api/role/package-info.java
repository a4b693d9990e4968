/** What the services' roles in PostgreSQL can do, and cannot. */
@NullMarked
package io.igregulator.webhooks.api.role;

import org.jspecify.annotations.NullMarked;
