/** The run that measures how an endpoint with a backlog comes back once its receiver is fixed. */
@NullMarked
package io.igregulator.webhooks.chaos.resume;

import org.jspecify.annotations.NullMarked;
