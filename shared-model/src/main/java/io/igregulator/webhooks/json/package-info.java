/** JSON from callers and publishers, read strictly. */
@NullMarked
package io.igregulator.webhooks.json;

import org.jspecify.annotations.NullMarked;
