package io.igregulator.webhooks.api.console;

/** What a method of a page returns. */
public sealed interface Shown permits Screen, SeeOther {}
