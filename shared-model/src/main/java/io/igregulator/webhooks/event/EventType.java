package io.igregulator.webhooks.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The closed set of events of the public contract, with the rule that decides who may receive each. */
public enum EventType {
    LICENSE_STATUS_CHANGED("license.status_changed", EventDomain.LICENSE, Audience.OPERATOR),
    LICENSE_EXPIRING_30D("license.expiring_30d", EventDomain.LICENSE, Audience.OPERATOR),
    LICENSE_EXPIRING_60D("license.expiring_60d", EventDomain.LICENSE, Audience.OPERATOR),
    LICENSE_EXPIRING_90D("license.expiring_90d", EventDomain.LICENSE, Audience.OPERATOR),
    LICENSE_EXPIRED("license.expired", EventDomain.LICENSE, Audience.OPERATOR),
    LICENSE_ISSUED("license.issued", EventDomain.LICENSE, Audience.OPERATOR),
    REGULATORY_ACTION_ADDED("regulatory_action.added", EventDomain.REGULATORY, Audience.OPERATOR),
    COVERAGE_DEGRADED("coverage.degraded", EventDomain.COVERAGE, Audience.EVERYONE),
    COVERAGE_RESTORED("coverage.restored", EventDomain.COVERAGE, Audience.EVERYONE),
    ENDPOINT_DEGRADED("webhook.endpoint_degraded", EventDomain.WEBHOOK, Audience.SIBLINGS);

    /** Which further condition an active, subscribed endpoint has to meet. */
    public enum Audience {
        /** {@code watchlist_only} is false, or the event's operator is on the owner's watchlist. */
        OPERATOR,
        /** None. */
        EVERYONE,
        /** The same owner's other endpoints. */
        SIBLINGS
    }

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

    private final String wireName;
    private final EventDomain domain;
    private final Audience audience;

    EventType(String wireName, EventDomain domain, Audience audience) {
        this.wireName = wireName;
        this.domain = domain;
        this.audience = audience;
    }

    public static Optional<EventType> ofWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }

    public String wireName() {
        return wireName;
    }

    public EventDomain domain() {
        return domain;
    }

    public Audience audience() {
        return audience;
    }
}
