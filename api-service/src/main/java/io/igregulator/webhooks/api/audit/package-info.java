/** Who changed what, when and from where: written with each change, read by the operator. */
@NullMarked
package io.igregulator.webhooks.api.audit;

import org.jspecify.annotations.NullMarked;
