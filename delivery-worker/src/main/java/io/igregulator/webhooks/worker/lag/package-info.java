/** How many deliveries this worker is behind. */
@NullMarked
package io.igregulator.webhooks.worker.lag;

import org.jspecify.annotations.NullMarked;
