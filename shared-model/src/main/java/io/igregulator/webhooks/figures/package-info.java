/** What came of attempts, counted per endpoint and minute: how it is named and how it is stored. */
@NullMarked
package io.igregulator.webhooks.figures;

import org.jspecify.annotations.NullMarked;
