/** Figures as a table, as JSON and as a report with plots. */
@NullMarked
package io.igregulator.webhooks.benchmark.report;

import org.jspecify.annotations.NullMarked;
