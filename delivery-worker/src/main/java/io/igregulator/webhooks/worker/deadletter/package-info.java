/** Records that cannot be processed are kept aside, so that their partition moves on. */
@NullMarked
package io.igregulator.webhooks.worker.deadletter;

import org.jspecify.annotations.NullMarked;
