/** What the runs beside the fault run have in common. */
@NullMarked
package io.igregulator.webhooks.chaos.trial;

import org.jspecify.annotations.NullMarked;
