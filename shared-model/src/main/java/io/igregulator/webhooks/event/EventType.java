package io.igregulator.webhooks.event;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The closed set of events of the public contract, with the rule that decides who may receive each. */
public enum EventType {
    LICENSE_STATUS_CHANGED(1, "license.status_changed", EventDomain.LICENSE, Audience.OPERATOR),
    LICENSE_EXPIRING_30D(2, "license.expiring_30d", EventDomain.LICENSE, Audience.OPERATOR),
    LICENSE_EXPIRING_60D(3, "license.expiring_60d", EventDomain.LICENSE, Audience.OPERATOR),
    LICENSE_EXPIRING_90D(4, "license.expiring_90d", EventDomain.LICENSE, Audience.OPERATOR),
    LICENSE_EXPIRED(5, "license.expired", EventDomain.LICENSE, Audience.OPERATOR),
    LICENSE_ISSUED(6, "license.issued", EventDomain.LICENSE, Audience.OPERATOR),
    REGULATORY_ACTION_ADDED(7, "regulatory_action.added", EventDomain.REGULATORY, Audience.OPERATOR),
    COVERAGE_DEGRADED(8, "coverage.degraded", EventDomain.COVERAGE, Audience.EVERYONE),
    COVERAGE_RESTORED(9, "coverage.restored", EventDomain.COVERAGE, Audience.EVERYONE),
    ENDPOINT_DEGRADED(10, "webhook.endpoint_degraded", EventDomain.WEBHOOK, Audience.SIBLINGS),
    ENDPOINT_RECOVERED(11, "webhook.endpoint_recovered", EventDomain.WEBHOOK, Audience.SIBLINGS),
    ENDPOINT_DISABLED(12, "webhook.endpoint_disabled", EventDomain.WEBHOOK, Audience.SIBLINGS);

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

    // An array, since it is asked once per delivery.
    private static final @Nullable EventType[] BY_CODE = byCode();

    private final short code;
    private final String wireName;
    private final EventDomain domain;
    private final Audience audience;

    EventType(int code, String wireName, EventDomain domain, Audience audience) {
        this.code = (short) code;
        this.wireName = wireName;
        this.domain = domain;
        this.audience = audience;
    }

    /** Those that publishers may submit: all but the platform's own. */
    public static Set<EventType> ofPublishers() {
        return Arrays.stream(values())
                .filter(type -> type.domain != EventDomain.WEBHOOK)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
    }

    public static Optional<EventType> ofWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }

    /** @throws IllegalArgumentException for one that PostgreSQL refuses to hold */
    public static EventType ofCode(int code) {
        EventType type = code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (type == null) {
            throw new IllegalArgumentException("no event type has the code " + code);
        }
        return type;
    }

    private static @Nullable EventType[] byCode() {
        @Nullable
        EventType[] types = new EventType
                [Arrays.stream(values()).mapToInt(EventType::code).max().orElse(0) + 1];
        Arrays.stream(values()).forEach(type -> types[type.code] = type);
        return types;
    }

    /** Every name on the wire, for errors. */
    public static String wireNames() {
        return Arrays.stream(values()).map(EventType::wireName).collect(Collectors.joining(", "));
    }

    /** As stored with deliveries; never changes. */
    public short code() {
        return code;
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
