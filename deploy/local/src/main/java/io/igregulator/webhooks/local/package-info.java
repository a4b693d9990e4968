/** The up command: the whole platform on one machine. */
@NullMarked
package io.igregulator.webhooks.local;

import org.jspecify.annotations.NullMarked;
