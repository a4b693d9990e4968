/** What travels through the worker: one delivery and the claim it came with. */
@NullMarked
package io.igregulator.webhooks.worker.delivery;

import org.jspecify.annotations.NullMarked;
