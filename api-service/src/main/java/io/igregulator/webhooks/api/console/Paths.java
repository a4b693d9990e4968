package io.igregulator.webhooks.api.console;

/** Where the pages are. */
final class Paths {
    static final String CONSOLE = "/console";
    static final String PORTAL = "/portal";

    /** Of one account, on the operator's side; on the customers' the account is the session's. */
    static final String ACCOUNT = CONSOLE + "/accounts/{account_id}";

    static final String ENDPOINTS = "/endpoints";
    static final String ENDPOINT = ENDPOINTS + "/{id}";
    static final String DELIVERIES = ENDPOINT + "/deliveries";
    static final String DELIVERY = DELIVERIES + "/{delivery_id}";
    static final String EVENT = "/events/{event_id}";
    static final String EVENT_TYPES = "/event-types";
    static final String EVENT_TYPE = EVENT_TYPES + "/{type}";
    static final String KEYS = "/keys";
    static final String CHANGES = "/changes";
    static final String FIND = "/find";

    private Paths() {}
}
