/** Holds the OpenAPI document against the running service, both ways, and the service against broken requests. */
@NullMarked
package io.igregulator.webhooks.api.openapi;

import org.jspecify.annotations.NullMarked;
