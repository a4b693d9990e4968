/** What the service does while PostgreSQL is not what it should be. */
@NullMarked
package io.igregulator.webhooks.api.outage;

import org.jspecify.annotations.NullMarked;
