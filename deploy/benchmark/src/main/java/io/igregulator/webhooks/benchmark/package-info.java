/** The benchmark's command: deploy/benchmark/run. */
@NullMarked
package io.igregulator.webhooks.benchmark;

import org.jspecify.annotations.NullMarked;
