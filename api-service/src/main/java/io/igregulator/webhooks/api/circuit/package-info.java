/** The circuits that are not closed, for the operator. */
@NullMarked
package io.igregulator.webhooks.api.circuit;

import org.jspecify.annotations.NullMarked;
