/** The raw limit: a pinned HTTP client with nothing around it, and beside it the worker's own. */
@NullMarked
package io.igregulator.webhooks.benchmark.raw;

import org.jspecify.annotations.NullMarked;
