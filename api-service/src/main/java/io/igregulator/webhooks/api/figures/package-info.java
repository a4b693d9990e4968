/** What came of an endpoint's attempts, as the workers count them. */
@NullMarked
package io.igregulator.webhooks.api.figures;

import org.jspecify.annotations.NullMarked;
