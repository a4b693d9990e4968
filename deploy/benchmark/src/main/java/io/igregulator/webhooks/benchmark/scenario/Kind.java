package io.igregulator.webhooks.benchmark.scenario;

/** How a scenario loads the platform. */
public enum Kind {
    /** As fast as it goes: always so many deliveries under way. */
    SATURATE,
    /** At a share of what {@code steady} reached in the same run, whatever comes back. */
    RATE,
    /** So many events at once, again after each is done. */
    BURST,
    /** Calls of the API: endpoints created, then their secrets rotated. */
    API,
    /** Services stopped and started again. */
    START
}
