/** The endpoints of a run and how their receivers behave. */
@NullMarked
package io.igregulator.webhooks.chaos.cast;

import org.jspecify.annotations.NullMarked;
