/** Typed identifiers. */
@NullMarked
package io.igregulator.webhooks.id;

import org.jspecify.annotations.NullMarked;
