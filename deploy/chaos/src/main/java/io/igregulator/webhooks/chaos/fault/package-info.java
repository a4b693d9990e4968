/** Which faults come when, and how they are inflicted on the stack's processes. */
@NullMarked
package io.igregulator.webhooks.chaos.fault;

import org.jspecify.annotations.NullMarked;
