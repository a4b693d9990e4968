/** Accounts, plans and API keys, and the door that every integrator's request comes through. */
@NullMarked
package io.igregulator.webhooks.api.account;

import org.jspecify.annotations.NullMarked;
