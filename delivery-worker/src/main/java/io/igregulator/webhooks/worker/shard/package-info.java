/** Who owns which shard: told to everything that keeps state for the endpoints in it. */
@NullMarked
package io.igregulator.webhooks.worker.shard;

import org.jspecify.annotations.NullMarked;
