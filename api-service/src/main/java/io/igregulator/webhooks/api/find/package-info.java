/** Finds what a person has in hand: an id of any kind, the beginning of a name, a part of a URL. */
@NullMarked
package io.igregulator.webhooks.api.find;

import org.jspecify.annotations.NullMarked;
