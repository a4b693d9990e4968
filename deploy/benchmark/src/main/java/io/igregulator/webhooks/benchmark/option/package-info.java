/** What the commands' options have in common. */
@NullMarked
package io.igregulator.webhooks.benchmark.option;

import org.jspecify.annotations.NullMarked;
