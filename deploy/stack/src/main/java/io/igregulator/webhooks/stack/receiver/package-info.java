/** A webhook receiver that checks every signature with code of its own. */
@NullMarked
package io.igregulator.webhooks.stack.receiver;

import org.jspecify.annotations.NullMarked;
