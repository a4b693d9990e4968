/** How many requests a key may make per second, and how much of shared resources an account may hold. */
@NullMarked
package io.igregulator.webhooks.api.limit;

import org.jspecify.annotations.NullMarked;
