/** What many use at one time, and how much of it each may hold. */
@NullMarked
package io.igregulator.webhooks.share;

import org.jspecify.annotations.NullMarked;
