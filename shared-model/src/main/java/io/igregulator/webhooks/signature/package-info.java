/** The two signature dialects and the headers of a signed webhook request. */
@NullMarked
package io.igregulator.webhooks.signature;

import org.jspecify.annotations.NullMarked;
