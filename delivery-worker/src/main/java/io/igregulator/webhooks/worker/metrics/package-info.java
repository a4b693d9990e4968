/** What the worker tells of the whole platform, apart from what each part tells of itself: consumer lag. */
@NullMarked
package io.igregulator.webhooks.worker.metrics;

import org.jspecify.annotations.NullMarked;
