/** The events of a run, published as the platform's own systems do. */
@NullMarked
package io.igregulator.webhooks.chaos.traffic;

import org.jspecify.annotations.NullMarked;
