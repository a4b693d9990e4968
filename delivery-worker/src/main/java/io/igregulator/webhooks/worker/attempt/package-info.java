/** One attempt: snapshot, signature, POST, verdict. */
@NullMarked
package io.igregulator.webhooks.worker.attempt;

import org.jspecify.annotations.NullMarked;
