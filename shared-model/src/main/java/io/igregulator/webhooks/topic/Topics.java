package io.igregulator.webhooks.topic;

import java.util.List;

/** Names of the platform's Kafka topics. */
public final class Topics {
    /** Licence events, published by the platform's own systems; value is the contract's envelope. */
    public static final String LICENSE_EVENTS = "license.events";

    /** Regulators' actions, published by the platform's own systems; value is the contract's envelope. */
    public static final String REGULATORY_EVENTS = "regulatory.events";

    /** Data coverage, published by the platform's own systems; value is the contract's envelope. */
    public static final String COVERAGE_EVENTS = "coverage.events";

    /** Events about webhooks themselves, published from the outbox; value is the contract's envelope. */
    public static final String WEBHOOK_EVENTS = "webhook.events";

    /** Endpoint created, changed, deleted, secret rotated: ids and versions, never a secret. */
    public static final String ENDPOINT_CHANGES = "webhook.endpoints";

    /** One record per delivery: key is the endpoint id, value the final body. */
    public static final String DELIVERIES = "webhook.deliveries";

    /** Records that could not be read, as they came, with origin and reason in headers. */
    public static final String DEAD_LETTERS = "webhook.dead-letters";

    /** The topics that fan-out reads. */
    public static final List<String> DOMAIN =
            List.of(LICENSE_EVENTS, REGULATORY_EVENTS, COVERAGE_EVENTS, WEBHOOK_EVENTS);

    /** Every topic, in no particular order. */
    public static final List<String> ALL = List.of(
            LICENSE_EVENTS,
            REGULATORY_EVENTS,
            COVERAGE_EVENTS,
            WEBHOOK_EVENTS,
            ENDPOINT_CHANGES,
            DELIVERIES,
            DEAD_LETTERS);

    private Topics() {}
}
