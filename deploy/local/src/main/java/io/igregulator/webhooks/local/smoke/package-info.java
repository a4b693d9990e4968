/** The smoke run: a fixed set of events, and a check of every delivery. */
@NullMarked
package io.igregulator.webhooks.local.smoke;

import org.jspecify.annotations.NullMarked;
