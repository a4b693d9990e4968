/** Rows made in bulk, and what PostgreSQL reports of its work. */
@NullMarked
package io.igregulator.webhooks.benchmark.database;

import org.jspecify.annotations.NullMarked;
