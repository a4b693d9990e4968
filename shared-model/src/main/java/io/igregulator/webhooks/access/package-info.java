/** What opens the ports that are not the public's: the operator's token, and the paths that need none. */
@NullMarked
package io.igregulator.webhooks.access;

import org.jspecify.annotations.NullMarked;
