package io.igregulator.webhooks.worker.disable;

import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes endpoints inactive that have failed for days. Any worker does it for all; each endpoint has its own transaction. */
final class DisableFailing {
    private static final Logger log = LoggerFactory.getLogger(DisableFailing.class);
    private static final int BATCH = 100;

    private final FailingEndpoints failing;
    private final DisableEndpoint endpoints;
    private final TransactionTemplate transaction;
    private final DisableProperties properties;
    private final InstantSource clock;

    DisableFailing(
            FailingEndpoints failing,
            DisableEndpoint endpoints,
            PlatformTransactionManager transactions,
            DisableProperties properties,
            InstantSource clock) {
        this.failing = failing;
        this.endpoints = endpoints;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
    }

    /** One look; true when there may be more to do at once. */
    boolean tick() {
        if (!properties.enabled()) {
            return false;
        }
        try {
            Instant now = clock.instant();
            Instant failingSince = now.minus(properties.after());
            List<EndpointId> found = failing.find(failingSince, BATCH);
            long disabled = found.stream()
                    .filter(endpoint -> disable(endpoint, failingSince, now))
                    .count();
            if (disabled > 0) {
                log.info(
                        "{} endpoints have accepted nothing for {} and are inactive now", disabled, properties.after());
            }
            return disabled == BATCH;
        } catch (DataAccessException | TransactionException e) {
            log.warn("cannot look for endpoints that have failed for a long time, trying again: {}", e.toString());
            return false;
        }
    }

    private boolean disable(EndpointId endpoint, Instant failingSince, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> failing.hold(endpoint, failingSince)
                .map(since -> endpoints.disable(
                        endpoint,
                        DisableReason.FAILING,
                        now,
                        AuditChanges.none().set("failing_since", since.toString())))
                .orElse(false)));
    }
}
