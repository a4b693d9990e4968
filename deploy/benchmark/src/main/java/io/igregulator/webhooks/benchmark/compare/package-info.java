/** Runs two builds or settings in turn, so that the machine's drift meets both. */
@NullMarked
package io.igregulator.webhooks.benchmark.compare;

import org.jspecify.annotations.NullMarked;
