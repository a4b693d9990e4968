/** A real PostgreSQL and a real Kafka broker from Maven artifacts, for integration tests, local runs, chaos and load. */
@NullMarked
package io.igregulator.webhooks.embedded;

import org.jspecify.annotations.NullMarked;
