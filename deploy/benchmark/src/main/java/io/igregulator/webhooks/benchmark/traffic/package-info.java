/** Events and the pace at which they are published. */
@NullMarked
package io.igregulator.webhooks.benchmark.traffic;

import org.jspecify.annotations.NullMarked;
