/** Carries scenarios out, each on a stack of its own. */
@NullMarked
package io.igregulator.webhooks.benchmark.run;

import org.jspecify.annotations.NullMarked;
