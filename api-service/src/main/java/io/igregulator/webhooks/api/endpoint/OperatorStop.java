package io.igregulator.webhooks.api.endpoint;

import java.time.Instant;

/**
 * The operator has stopped an endpoint: it stays inactive until the operator lifts that.
 *
 * @param reason as its owner reads it
 */
public record OperatorStop(Instant since, String reason) {}
