/** What keeps strangers from using up a port: how many connections it has, and how long each may take to say what it wants. */
@NullMarked
package io.igregulator.webhooks.port;

import org.jspecify.annotations.NullMarked;
