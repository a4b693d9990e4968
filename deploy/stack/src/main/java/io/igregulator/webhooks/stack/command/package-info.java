/** What the commands of {@code deploy/} share: reading a command line, showing help, naming the commit. */
@NullMarked
package io.igregulator.webhooks.stack.command;

import org.jspecify.annotations.NullMarked;
