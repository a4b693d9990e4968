/** Runs the published verification examples, each with its own toolchain, against the published vectors. */
@NullMarked
package io.igregulator.webhooks.api.docs.example;

import org.jspecify.annotations.NullMarked;
