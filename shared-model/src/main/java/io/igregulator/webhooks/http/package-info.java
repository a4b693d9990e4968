/** Sends one webhook request under one deadline and reports what came back. */
@NullMarked
package io.igregulator.webhooks.http;

import org.jspecify.annotations.NullMarked;
