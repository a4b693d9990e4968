/**
 * The pages: the operator's console and the customers' portal, which are the same pages with another reach. They read and
 * act through the parts that the routes of the API use.
 */
@NullMarked
package io.igregulator.webhooks.api.console;

import org.jspecify.annotations.NullMarked;
