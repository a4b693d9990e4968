/** How rows are read and parameters are written, the same in both services. */
@NullMarked
package io.igregulator.webhooks.sql;

import org.jspecify.annotations.NullMarked;
