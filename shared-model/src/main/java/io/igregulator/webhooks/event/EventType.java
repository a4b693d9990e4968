package io.igregulator.webhooks.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The closed set of events of the public contract, with the rule that decides who may receive each. */
public enum EventType {
    LICENSE_STATUS_CHANGED("license.status_changed", Audience.OPERATOR),
    LICENSE_EXPIRING_30D("license.expiring_30d", Audience.OPERATOR),
    LICENSE_EXPIRING_60D("license.expiring_60d", Audience.OPERATOR),
    LICENSE_EXPIRING_90D("license.expiring_90d", Audience.OPERATOR),
    LICENSE_EXPIRED("license.expired", Audience.OPERATOR),
    LICENSE_ISSUED("license.issued", Audience.OPERATOR),
    REGULATORY_ACTION_ADDED("regulatory_action.added", Audience.OPERATOR),
    COVERAGE_DEGRADED("coverage.degraded", Audience.EVERYONE),
    COVERAGE_RESTORED("coverage.restored", Audience.EVERYONE),
    ENDPOINT_DEGRADED("webhook.endpoint_degraded", Audience.SIBLINGS);

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
    private final Audience audience;

    EventType(String wireName, Audience audience) {
        this.wireName = wireName;
        this.audience = audience;
    }

    public static Optional<EventType> ofWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }

    public String wireName() {
        return wireName;
    }

    public Audience audience() {
        return audience;
    }
}
