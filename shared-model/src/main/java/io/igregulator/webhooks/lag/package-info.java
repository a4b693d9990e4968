/** How far the consumer groups are behind, measured on the side. */
@NullMarked
package io.igregulator.webhooks.lag;

import org.jspecify.annotations.NullMarked;
