/** Whether endpoints that hang move the latency of those that answer. */
@NullMarked
package io.igregulator.webhooks.chaos.isolation;

import org.jspecify.annotations.NullMarked;
