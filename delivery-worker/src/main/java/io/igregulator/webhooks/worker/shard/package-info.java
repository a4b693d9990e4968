/** Which worker owns which shard: parts that keep state for its endpoints are notified. */
@NullMarked
package io.igregulator.webhooks.worker.shard;

import org.jspecify.annotations.NullMarked;
