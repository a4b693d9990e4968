/** The one error envelope of every answer that is not a success, from whichever layer refuses. */
@NullMarked
package io.igregulator.webhooks.api.error;

import org.jspecify.annotations.NullMarked;
