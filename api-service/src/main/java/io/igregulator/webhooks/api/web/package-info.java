/** How routes read and write: strict JSON bodies, ids in paths, timestamps. */
@NullMarked
package io.igregulator.webhooks.api.web;

import org.jspecify.annotations.NullMarked;
