/** What a service says of its own build. */
@NullMarked
package io.igregulator.webhooks.build;

import org.jspecify.annotations.NullMarked;
