/** The REST API: integrators manage their endpoints here, operators their accounts. */
@NullMarked
package io.igregulator.webhooks.api;

import org.jspecify.annotations.NullMarked;
