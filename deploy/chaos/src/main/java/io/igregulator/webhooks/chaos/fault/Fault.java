package io.igregulator.webhooks.chaos.fault;

import java.time.Duration;

/** Something done to a running platform. */
public sealed interface Fault permits ProcessFault, EndpointFault {

    /** As it appears in tables. */
    String label();

    /** How long it lasts, where it does. */
    Duration lasts();
}
