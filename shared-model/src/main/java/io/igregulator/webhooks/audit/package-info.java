/** Who changed what, when and from where: both services write an entry with each change. */
@NullMarked
package io.igregulator.webhooks.audit;

import org.jspecify.annotations.NullMarked;
