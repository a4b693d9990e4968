package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.error.ResendRefused;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.resend.ResendDeliveries;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sends one delivery again. One that is due or being attempted already is left alone, so asking twice sends once. */
@Component
public final class ResendDelivery {
    private static final int MAX_TRIES = 3;

    private final TransactionOperations transaction;
    private final EndpointReader endpoints;
    private final DeliveryReader reader;
    private final ResendDeliveries resend;
    private final AuditLog audit;
    private final InstantSource clock;

    ResendDelivery(
            TransactionOperations transaction,
            EndpointReader endpoints,
            DeliveryReader reader,
            ResendDeliveries resend,
            AuditLog audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.endpoints = endpoints;
        this.reader = reader;
        this.resend = resend;
        this.audit = audit;
        this.clock = clock;
    }

    public DeliveryView resend(Caller caller, EndpointId endpoint, DeliveryId delivery) {
        for (int tries = 1; ; tries++) {
            try {
                return transaction.execute(status -> resendOnce(caller, endpoint, delivery));
            } catch (PessimisticLockingFailureException e) {
                // A worker that ends what waited too long takes the waiting row before the delivery: the other way
                // round.
                if (tries == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    private DeliveryView resendOnce(Caller caller, EndpointId endpoint, DeliveryId delivery) {
        endpoints.keep(caller.account(), endpoint);
        reader.lock(endpoint, delivery);
        Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!resend.resend(endpoint, List.of(delivery), time).isEmpty()) {
            AuditChanges changes = AuditChanges.none().set("endpoint", endpoint.toString());
            audit.write(caller, AuditAction.DELIVERY_RESENT, delivery, changes);
        }
        DeliveryView now = reader.get(endpoint, delivery);
        if (now.ended()) {
            throw now.attemptCount() >= ResendDeliveries.MAX_ATTEMPTS
                    ? ResendRefused.tooManyAttempts(ResendDeliveries.MAX_ATTEMPTS)
                    : ResendRefused.eventExpired();
        }
        return now;
    }
}
