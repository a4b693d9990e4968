package io.igregulator.webhooks.benchmark.database;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.SecretText;
import java.net.URI;

/**
 * An endpoint of the run.
 *
 * @param group whose events it gets
 */
public record BenchmarkEndpoint(EndpointId id, int group, URI url, SecretText secret) {}
