package io.igregulator.webhooks.chaos.audit;

/** Something that is wrong, with the ids and times by which it can be followed up. */
public record Finding(FindingKind kind, String text) {}
