/** How routes read and write: strict JSON bodies and lines, query parameters, pages, ids in paths, timestamps. */
@NullMarked
package io.igregulator.webhooks.api.web;

import org.jspecify.annotations.NullMarked;
