/** The operator's API on a port of its own: accounts, keys, plans and suspension. */
@NullMarked
package io.igregulator.webhooks.api.operator;

import org.jspecify.annotations.NullMarked;
