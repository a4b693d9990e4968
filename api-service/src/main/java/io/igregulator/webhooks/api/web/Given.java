package io.igregulator.webhooks.api.web;

import org.jspecify.annotations.Nullable;

/** A value that a body gives, null included, as opposed to a field that the body does not mention. */
public record Given<T>(@Nullable T value) {}
