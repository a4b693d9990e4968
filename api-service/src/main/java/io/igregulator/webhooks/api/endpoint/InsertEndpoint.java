package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.SecretText;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of a new endpoint: itself, its first secret, and the outbox message. */
@Component
final class InsertEndpoint {
    private final EndpointWriter endpoints;
    private final SecretWriter secrets;
    private final EndpointAnnouncer announcer;
    private final InstantSource clock;

    InsertEndpoint(EndpointWriter endpoints, SecretWriter secrets, EndpointAnnouncer announcer, InstantSource clock) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.announcer = announcer;
        this.clock = clock;
    }

    CreatedEndpoint insert(AccountId owner, EndpointSettings settings) {
        return insert(owner, false, settings);
    }

    /** The account's address for notices, of which it has one. */
    CreatedEndpoint insertForNotices(AccountId owner, EndpointSettings settings) {
        return insert(owner, true, settings);
    }

    private CreatedEndpoint insert(AccountId owner, boolean forNotices, EndpointSettings settings) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EndpointId id = new EndpointId(UUID.randomUUID());
        Endpoint endpoint = new Endpoint(id, owner, forNotices, settings, 1, now, now, EndpointActivity.NONE, null);
        endpoints.insert(endpoint);
        SecretText secret = secrets.add(id, now);
        announcer.announce(id, Kind.CREATED, endpoint.version());
        return new CreatedEndpoint(endpoint, secret);
    }
}
