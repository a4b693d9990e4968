/** Makes endpoints inactive that the platform should not send to any more, and announces it. */
@NullMarked
package io.igregulator.webhooks.worker.disable;

import org.jspecify.annotations.NullMarked;
