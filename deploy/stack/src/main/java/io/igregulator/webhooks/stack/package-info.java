/** Data folder, ports and processes: starts everything in order, stops everything in order. */
@NullMarked
package io.igregulator.webhooks.stack;

import org.jspecify.annotations.NullMarked;
