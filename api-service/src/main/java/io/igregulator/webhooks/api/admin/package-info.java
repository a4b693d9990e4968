/** The operator's administration: accounts, plans, suspension, keys and watchlists. */
@NullMarked
package io.igregulator.webhooks.api.admin;

import org.jspecify.annotations.NullMarked;
