/** Event types and the envelope of the public contract. */
@NullMarked
package io.igregulator.webhooks.event;

import org.jspecify.annotations.NullMarked;
