/** How both services reach PostgreSQL: which sessions may be used, where they are opened, and when they are given up. */
@NullMarked
package io.igregulator.webhooks.database;

import org.jspecify.annotations.NullMarked;
