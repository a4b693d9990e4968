/** The operators that are known by name, and how the platform's operator makes them known. */
@NullMarked
package io.igregulator.webhooks.api.registry;

import org.jspecify.annotations.NullMarked;
