/** The receiver: a process of its own that answers as cheaply as it can and remembers each arrival. */
@NullMarked
package io.igregulator.webhooks.benchmark.receive;

import org.jspecify.annotations.NullMarked;
