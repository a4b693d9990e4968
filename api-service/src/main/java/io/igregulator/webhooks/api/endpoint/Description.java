package io.igregulator.webhooks.api.endpoint;

import org.jspecify.annotations.Nullable;

/** A description that was given, null included: told apart from one that was not mentioned. */
record Description(@Nullable String text) {}
