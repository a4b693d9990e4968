package io.igregulator.webhooks.event;

import io.igregulator.webhooks.topic.Topics;

/** What an event is about: it decides the event's topic, and which field of its data is the key there. */
public enum EventDomain {
    LICENSE(Topics.LICENSE_EVENTS, "license_id"),
    REGULATORY(Topics.REGULATORY_EVENTS, "operator_slug"),
    COVERAGE(Topics.COVERAGE_EVENTS, "jurisdiction_code"),
    /** The platform's own; publishers may not submit one. */
    WEBHOOK(Topics.WEBHOOK_EVENTS, "endpoint_id");

    private final String topic;
    private final String keyField;

    EventDomain(String topic, String keyField) {
        this.topic = topic;
        this.keyField = keyField;
    }

    public String topic() {
        return topic;
    }

    String keyField() {
        return keyField;
    }
}
