/** The two HTTP APIs as the demonstration and the smoke run call them. */
@NullMarked
package io.igregulator.webhooks.stack.client;

import org.jspecify.annotations.NullMarked;
