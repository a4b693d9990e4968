/** Times as callers and producers of events write them. */
@NullMarked
package io.igregulator.webhooks.time;

import org.jspecify.annotations.NullMarked;
