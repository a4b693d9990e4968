/** A webhook receiver that checks every signature with code of its own. */
@NullMarked
package io.igregulator.webhooks.local.receiver;

import org.jspecify.annotations.NullMarked;
