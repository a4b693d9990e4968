package io.igregulator.webhooks.stack.event;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.event.LicenseStatus;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Makes events of all types with the contract's fields. */
public final class EventFactory {
    private final InstantSource clock;
    private final RandomGenerator random;
    private final LicenceData licences;
    private final ActionData actions;
    private final CoverageData coverage;

    public EventFactory(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        this.licences = new LicenceData(random);
        this.actions = new ActionData(random);
        this.coverage = new CoverageData(random);
    }

    public OutgoingEvent statusChanged(Licence licence, LicenseStatus previous, LicenseStatus next) {
        Instant now = clock.instant();
        return licence(
                EventType.LICENSE_STATUS_CHANGED, licence, now, licences.statusChanged(licence, previous, next, now));
    }

    public OutgoingEvent issued(Licence licence) {
        Instant now = clock.instant();
        return licence(EventType.LICENSE_ISSUED, licence, now, licences.issued(licence, now));
    }

    public OutgoingEvent expired(Licence licence) {
        Instant now = clock.instant();
        return licence(EventType.LICENSE_EXPIRED, licence, now, licences.expired(licence, now));
    }

    /** @param days 30, 60 or 90 */
    public OutgoingEvent expiring(Licence licence, int days) {
        Instant now = clock.instant();
        var type = switch (days) {
            case 30 -> EventType.LICENSE_EXPIRING_30D;
            case 60 -> EventType.LICENSE_EXPIRING_60D;
            case 90 -> EventType.LICENSE_EXPIRING_90D;
            default -> throw new IllegalArgumentException("no event for " + days + " days");
        };
        return licence(type, licence, now, licences.expiring(licence, days, now));
    }

    public OutgoingEvent regulatoryAction(Licence licence, ActionType action) {
        Instant now = clock.instant();
        var type = EventType.REGULATORY_ACTION_ADDED;
        String slug = licence.operator().slug();
        EventId id = EventId.create(now, random);
        byte[] value = EnvelopeBytes.of(type, id, now, actions.added(licence, action, now));
        return new OutgoingEvent(Topics.REGULATORY_EVENTS, slug, id, type, slug, value);
    }

    public OutgoingEvent coverageDegraded(Regulator regulator) {
        Instant now = clock.instant();
        return coverage(EventType.COVERAGE_DEGRADED, regulator, now, coverage.degraded(regulator, now));
    }

    public OutgoingEvent coverageRestored(Regulator regulator, Instant degradedSince) {
        Instant now = clock.instant();
        return coverage(EventType.COVERAGE_RESTORED, regulator, now, coverage.restored(regulator, degradedSince, now));
    }

    public OutgoingEvent endpointDegraded(EndpointId endpoint) {
        Instant now = clock.instant();
        int failed = random.nextInt(21, 60);
        var data = endpointData(endpoint)
                .put("failure_rate", failed / 100.0)
                .put("failed_attempts", failed)
                .put("total_attempts", 100)
                .put("window_seconds", 3600)
                .put("last_error", "http_500")
                .put("failing_since", EnvelopeBytes.time(now.minusSeconds(600)));
        return webhook(EventType.ENDPOINT_DEGRADED, endpoint, now, data);
    }

    public OutgoingEvent endpointRecovered(EndpointId endpoint) {
        Instant now = clock.instant();
        var data = endpointData(endpoint)
                .put("degraded_since", EnvelopeBytes.time(now.minusSeconds(600)))
                .put("recovered_at", EnvelopeBytes.time(now));
        return webhook(EventType.ENDPOINT_RECOVERED, endpoint, now, data);
    }

    public OutgoingEvent endpointDisabled(EndpointId endpoint) {
        Instant now = clock.instant();
        var data = endpointData(endpoint)
                .put("reason", "gone")
                .put("inactive_since", EnvelopeBytes.time(now))
                .put("failing_since", EnvelopeBytes.time(now.minusSeconds(600)))
                .putNull("last_delivered_at");
        return webhook(EventType.ENDPOINT_DISABLED, endpoint, now, data);
    }

    private static ObjectNode endpointData(EndpointId endpoint) {
        return EnvelopeBytes.data()
                .put("endpoint_id", endpoint.toString())
                .put("url", "https://hooks.example/" + endpoint);
    }

    private OutgoingEvent webhook(EventType type, EndpointId endpoint, Instant now, ObjectNode data) {
        EventId id = EventId.create(now, random);
        return new OutgoingEvent(
                Topics.WEBHOOK_EVENTS, endpoint.toString(), id, type, null, EnvelopeBytes.of(type, id, now, data));
    }

    private OutgoingEvent licence(EventType type, Licence licence, Instant now, ObjectNode data) {
        EventId id = EventId.create(now, random);
        return new OutgoingEvent(
                Topics.LICENSE_EVENTS,
                licence.id().toString(),
                id,
                type,
                licence.operator().slug(),
                EnvelopeBytes.of(type, id, now, data));
    }

    private OutgoingEvent coverage(EventType type, Regulator regulator, Instant now, ObjectNode data) {
        EventId id = EventId.create(now, random);
        return new OutgoingEvent(
                Topics.COVERAGE_EVENTS,
                regulator.jurisdiction(),
                id,
                type,
                null,
                EnvelopeBytes.of(type, id, now, data));
    }
}
