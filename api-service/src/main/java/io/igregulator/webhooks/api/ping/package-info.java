/** The test delivery that an integrator sends to an endpoint by hand. */
@NullMarked
package io.igregulator.webhooks.api.ping;

import org.jspecify.annotations.NullMarked;
