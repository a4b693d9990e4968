/** Who is in the operator's console or in the customers' portal: sessions, and the links that lead into the portal. */
@NullMarked
package io.igregulator.webhooks.api.session;

import org.jspecify.annotations.NullMarked;
