package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.event.LicenseStatus;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.event.ActionType;
import io.igregulator.webhooks.stack.event.EventFactory;
import io.igregulator.webhooks.stack.event.Licence;
import io.igregulator.webhooks.stack.event.OutgoingEvent;
import io.igregulator.webhooks.stack.event.Register;
import io.igregulator.webhooks.stack.event.Regulator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The fixed set: event number n has the n-th type in turn, about the n-th licence, regulator or endpoint in turn. */
final class SmokeEvents {
    private static final List<EventType> TYPES = List.of(EventType.values());
    private static final List<Regulator> REGULATORS = List.of(Regulator.values());
    private static final List<ActionType> ACTIONS = List.of(ActionType.values());

    private final EventFactory events;
    private final InstantSource clock;
    private final Map<SmokeEndpoint, EndpointId> endpoints;

    SmokeEvents(InstantSource clock, RandomGenerator random, Map<SmokeEndpoint, EndpointId> endpoints) {
        this.events = new EventFactory(clock, random);
        this.clock = clock;
        this.endpoints = Map.copyOf(endpoints);
    }

    List<SmokeEvent> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::number).toList();
    }

    private SmokeEvent number(int n) {
        var type = TYPES.get(n % TYPES.size());
        int turn = n / TYPES.size();
        // A stride coprime to the number of licences visits them all, watched and unwatched mixed.
        var licence = Register.LICENCES.get(n * 7 % Register.LICENCES.size());
        var about = SmokeCast.ENDPOINTS.get(turn % SmokeCast.ENDPOINTS.size());
        return new SmokeEvent(
                event(type, licence, turn, id(about)),
                type.audience() == EventType.Audience.SIBLINGS ? Optional.of(about) : Optional.empty());
    }

    private OutgoingEvent event(EventType type, Licence licence, int turn, EndpointId about) {
        var regulator = REGULATORS.get(turn % REGULATORS.size());
        return switch (type) {
            case LICENSE_STATUS_CHANGED -> events.statusChanged(licence, LicenseStatus.ACTIVE, LicenseStatus.SUSPENDED);
            case LICENSE_EXPIRING_30D -> events.expiring(licence, 30);
            case LICENSE_EXPIRING_60D -> events.expiring(licence, 60);
            case LICENSE_EXPIRING_90D -> events.expiring(licence, 90);
            case LICENSE_EXPIRED -> events.expired(licence);
            case LICENSE_ISSUED -> events.issued(licence);
            case REGULATORY_ACTION_ADDED -> events.regulatoryAction(licence, ACTIONS.get(turn % ACTIONS.size()));
            case COVERAGE_DEGRADED -> events.coverageDegraded(regulator);
            case COVERAGE_RESTORED ->
                events.coverageRestored(regulator, clock.instant().minus(Duration.ofMinutes(10)));
            case ENDPOINT_DEGRADED -> events.endpointDegraded(about);
            case ENDPOINT_RECOVERED -> events.endpointRecovered(about);
            case ENDPOINT_DISABLED -> events.endpointDisabled(about);
        };
    }

    private EndpointId id(SmokeEndpoint endpoint) {
        var id = endpoints.get(endpoint);
        if (id == null) {
            throw new IllegalStateException(endpoint.hook() + " was not created");
        }
        return id;
    }
}
