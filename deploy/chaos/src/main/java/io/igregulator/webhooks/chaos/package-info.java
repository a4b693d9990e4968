/** The run command: a platform that is broken on purpose, and the audit of what it delivered during that. */
@NullMarked
package io.igregulator.webhooks.chaos;

import org.jspecify.annotations.NullMarked;
