package io.igregulator.webhooks.local.demo;

import io.igregulator.webhooks.event.LicenseStatus;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.event.ActionType;
import io.igregulator.webhooks.stack.event.EventFactory;
import io.igregulator.webhooks.stack.event.Licence;
import io.igregulator.webhooks.stack.event.OutgoingEvent;
import io.igregulator.webhooks.stack.event.Register;
import io.igregulator.webhooks.stack.event.Regulator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes up what happens next; what happened before is remembered, so that a suspended licence can come back. */
final class DemoEvents {
    private static final List<Regulator> REGULATORS = List.of(Regulator.values());
    private static final List<ActionType> ACTIONS = List.of(ActionType.values());

    private final EventFactory events;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final EndpointId endpoint;
    private final Map<Licence, LicenseStatus> statuses = new HashMap<>();
    private final Map<Regulator, Instant> unreadable = new EnumMap<>(Regulator.class);
    private boolean degraded;

    DemoEvents(InstantSource clock, RandomGenerator random, EndpointId endpoint) {
        this.events = new EventFactory(clock, random);
        this.clock = clock;
        this.random = random;
        this.endpoint = endpoint;
    }

    OutgoingEvent next(DemoPlot plot) {
        return switch (plot) {
            case STATUS -> statusChange(anyLicence());
            case ACTION -> events.regulatoryAction(anyLicence(), anyAction());
            case EXPIRING_30 -> events.expiring(anyLicence(), 30);
            case EXPIRING_60 -> events.expiring(anyLicence(), 60);
            case EXPIRING_90 -> events.expiring(anyLicence(), 90);
            case EXPIRED -> expiry(anyLicence());
            case ISSUED -> issue(anyLicence());
            case COVERAGE -> coverage();
            case ENDPOINT -> endpoint();
            case DISABLED -> events.endpointDisabled(endpoint);
        };
    }

    private OutgoingEvent statusChange(Licence licence) {
        var previous = statuses.getOrDefault(licence, LicenseStatus.ACTIVE);
        var next = switch (previous) {
            case ACTIVE -> random.nextInt(5) == 0 ? LicenseStatus.REVOKED : LicenseStatus.SUSPENDED;
            case SUSPENDED, PENDING -> LicenseStatus.ACTIVE;
            case REVOKED, EXPIRED -> LicenseStatus.PENDING;
        };
        statuses.put(licence, next);
        return events.statusChanged(licence, previous, next);
    }

    private OutgoingEvent expiry(Licence licence) {
        statuses.put(licence, LicenseStatus.EXPIRED);
        return events.expired(licence);
    }

    private OutgoingEvent issue(Licence licence) {
        statuses.put(licence, LicenseStatus.ACTIVE);
        return events.issued(licence);
    }

    // One register at a time is hard to read, then readable again.
    private OutgoingEvent coverage() {
        for (Regulator regulator : REGULATORS) {
            Instant since = unreadable.remove(regulator);
            if (since != null) {
                return events.coverageRestored(regulator, since);
            }
        }
        var regulator = REGULATORS.get(random.nextInt(REGULATORS.size()));
        unreadable.put(regulator, clock.instant());
        return events.coverageDegraded(regulator);
    }

    private OutgoingEvent endpoint() {
        degraded = !degraded;
        return degraded ? events.endpointDegraded(endpoint) : events.endpointRecovered(endpoint);
    }

    private Licence anyLicence() {
        return Register.LICENCES.get(random.nextInt(Register.LICENCES.size()));
    }

    // Fines are the most frequent.
    private ActionType anyAction() {
        return random.nextBoolean() ? ActionType.FINE : ACTIONS.get(random.nextInt(ACTIONS.size()));
    }
}
