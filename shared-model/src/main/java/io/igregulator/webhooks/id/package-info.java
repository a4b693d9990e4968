/** Typed identifiers, so that no bare string or UUID crosses a method boundary. */
@NullMarked
package io.igregulator.webhooks.id;

import org.jspecify.annotations.NullMarked;
