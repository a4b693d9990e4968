package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.http.Fault;

/** What operators distinguish of the statuses that receivers answer with. */
enum StatusClass {
    SUCCESS("2xx", Fault.NONE),
    REDIRECT("3xx", Fault.RECEIVER),
    REFUSED("4xx", Fault.RECEIVER),
    THROTTLED("429", Fault.RECEIVER),
    GONE("410", Fault.RECEIVER),
    /** And the statuses above 599, which no specification defines. */
    FAILED("5xx", Fault.RECEIVER);

    private final String wireName;
    private final Fault fault;

    StatusClass(String wireName, Fault fault) {
        this.wireName = wireName;
        this.fault = fault;
    }

    /** @param status final, so at least 200 */
    static StatusClass of(int status) {
        return switch (status) {
            case 429 -> THROTTLED;
            case 410 -> GONE;
            default ->
                switch (status / 100) {
                    case 2 -> SUCCESS;
                    case 3 -> REDIRECT;
                    case 4 -> REFUSED;
                    default -> FAILED;
                };
        };
    }

    String wireName() {
        return wireName;
    }

    Fault fault() {
        return fault;
    }
}
