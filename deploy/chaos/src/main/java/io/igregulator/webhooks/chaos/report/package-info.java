/** The outcome of a run, for people and for programs. */
@NullMarked
package io.igregulator.webhooks.chaos.report;

import org.jspecify.annotations.NullMarked;
