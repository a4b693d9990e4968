package io.igregulator.webhooks.api.operator;

import org.jspecify.annotations.Nullable;

/** A request rate that was given, null included: told apart from one that was not mentioned. */
record NegotiatedRate(@Nullable Integer perSecond) {}
