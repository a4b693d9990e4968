package io.igregulator.webhooks.api.registry;

/** What an import has changed. */
record ImportCounts(long created, long updated, long unchanged) {}
