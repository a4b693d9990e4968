/** The worker's lines on their way to the console: cheap to write, and written together. */
@NullMarked
package io.igregulator.webhooks.worker.log;

import org.jspecify.annotations.NullMarked;
