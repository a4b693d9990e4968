package io.igregulator.webhooks.chaos.watch;

import io.igregulator.webhooks.figures.AttemptClass;
import io.igregulator.webhooks.id.EndpointId;

/** Attempts that the platform's figures count of an endpoint; several rows add up. */
public record CountedRow(EndpointId endpoint, AttemptClass.End end, int count) {}
