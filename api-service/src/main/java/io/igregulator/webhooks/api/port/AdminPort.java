package io.igregulator.webhooks.api.port;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** The port that the operator's API and the actuator took, which a configured 0 leaves open. */
public final class AdminPort {
    private static final Logger LOG = LoggerFactory.getLogger(AdminPort.class);

    private final BothSides factory;

    AdminPort(BothSides factory) {
        this.factory = factory;
    }

    public int value() {
        return factory.operatorPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    void log() {
        LOG.info("Operator's API and actuator on port {}", value());
    }
}
