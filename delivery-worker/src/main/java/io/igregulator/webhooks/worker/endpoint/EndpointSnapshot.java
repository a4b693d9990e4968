package io.igregulator.webhooks.worker.endpoint;

import io.igregulator.webhooks.http.Destination;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.signature.SigningSecret;
import java.util.List;

/**
 * All that an attempt needs to know of an endpoint, as of one version.
 *
 * @param secrets unexpired when read, newest first; each is checked again when it signs
 */
public record EndpointSnapshot(
        EndpointId id, Destination destination, boolean active, long version, List<SigningSecret> secrets) {
    public EndpointSnapshot {
        secrets = List.copyOf(secrets);
    }
}
