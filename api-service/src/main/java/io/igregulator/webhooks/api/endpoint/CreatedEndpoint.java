package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.secret.SecretText;

/** A new endpoint and the one chance to show its secret. */
public record CreatedEndpoint(Endpoint endpoint, SecretText secret) {}
