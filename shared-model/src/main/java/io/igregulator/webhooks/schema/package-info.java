/** The JSON Schemas of published events: documents to show, and the check that both doors make. */
@NullMarked
package io.igregulator.webhooks.schema;

import org.jspecify.annotations.NullMarked;
