/** The pages as their visitors use them. */
@NullMarked
package io.igregulator.webhooks.api.console;

import org.jspecify.annotations.NullMarked;
