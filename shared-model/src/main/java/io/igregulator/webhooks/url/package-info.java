/** Which addresses webhooks may go to, asked when a URL is written and again when it is dialled. */
@NullMarked
package io.igregulator.webhooks.url;

import org.jspecify.annotations.NullMarked;
