/** What people read before they call: the OpenAPI document and the pages about it, served without a key. */
@NullMarked
package io.igregulator.webhooks.api.docs;

import org.jspecify.annotations.NullMarked;
