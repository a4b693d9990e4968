/** What arrives at the receivers. */
@NullMarked
package io.igregulator.webhooks.chaos.receive;

import org.jspecify.annotations.NullMarked;
