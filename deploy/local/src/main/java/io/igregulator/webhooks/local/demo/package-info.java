/** The demonstration: accounts, endpoints and a stream of events. */
@NullMarked
package io.igregulator.webhooks.local.demo;

import org.jspecify.annotations.NullMarked;
