/** What both services are held to: the tests of a service are a few lines that name the service. */
@NullMarked
package io.igregulator.webhooks.testing;

import org.jspecify.annotations.NullMarked;
