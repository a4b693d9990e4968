/** The processes of a run and what they cost. */
@NullMarked
package io.igregulator.webhooks.benchmark.process;

import org.jspecify.annotations.NullMarked;
