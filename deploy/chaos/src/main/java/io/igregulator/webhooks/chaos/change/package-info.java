/** What is done to endpoints through the REST API during a run, and when each change was acknowledged. */
@NullMarked
package io.igregulator.webhooks.chaos.change;

import org.jspecify.annotations.NullMarked;
