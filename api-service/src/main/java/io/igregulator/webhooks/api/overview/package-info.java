/** How the platform does at a glance, for the operator. */
@NullMarked
package io.igregulator.webhooks.api.overview;

import org.jspecify.annotations.NullMarked;
