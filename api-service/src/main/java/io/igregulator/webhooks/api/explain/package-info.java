/** Where an event was sent, and why it was not sent to the other endpoints of an account: as things were when it was fanned out. */
@NullMarked
package io.igregulator.webhooks.api.explain;

import org.jspecify.annotations.NullMarked;
