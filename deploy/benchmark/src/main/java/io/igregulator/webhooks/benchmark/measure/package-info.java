/** From arrivals and counters to figures. */
@NullMarked
package io.igregulator.webhooks.benchmark.measure;

import org.jspecify.annotations.NullMarked;
