/** What is measured: scenarios as they stand in their files. */
@NullMarked
package io.igregulator.webhooks.benchmark.scenario;

import org.jspecify.annotations.NullMarked;
