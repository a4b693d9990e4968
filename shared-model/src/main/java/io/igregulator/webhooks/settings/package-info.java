/** What settings must fulfil, and how a service says at its start which of them do not. */
@NullMarked
package io.igregulator.webhooks.settings;

import org.jspecify.annotations.NullMarked;
