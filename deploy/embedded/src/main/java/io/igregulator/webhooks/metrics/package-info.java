/** Compares what a service's README says of its metrics with what it exports, for the tests of both services. */
@NullMarked
package io.igregulator.webhooks.metrics;

import org.jspecify.annotations.NullMarked;
