/** The raw limit: the platform's HTTP client with nothing around it. */
@NullMarked
package io.igregulator.webhooks.benchmark.raw;

import org.jspecify.annotations.NullMarked;
