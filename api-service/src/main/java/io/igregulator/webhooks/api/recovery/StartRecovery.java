package io.igregulator.webhooks.api.recovery;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.error.ResendRefused;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.RecoveryId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a recovery down; from then on it is certain to be done, after those of the same endpoint before it. */
@Component
final class StartRecovery {
    private static final int MAX_UNFINISHED = 10;

    private final TransactionOperations transaction;
    private final EndpointReader endpoints;
    private final RecoveryReader reader;
    private final JdbcClient jdbc;

    StartRecovery(TransactionOperations transaction, EndpointReader endpoints, RecoveryReader reader, JdbcClient jdbc) {
        this.transaction = transaction;
        this.endpoints = endpoints;
        this.reader = reader;
        this.jdbc = jdbc;
    }

    RecoveryView start(Caller caller, EndpointId endpoint, RecoverySpan span, Instant now) {
        return transaction.execute(status -> {
            // Locked, so that what is counted stays counted.
            endpoints.lock(caller.account(), endpoint);
            if (reader.unfinished(endpoint) >= MAX_UNFINISHED) {
                throw ResendRefused.tooManyRecoveries(MAX_UNFINISHED);
            }
            return reader.get(endpoint, insert(endpoint, span, now));
        });
    }

    private RecoveryId insert(EndpointId endpoint, RecoverySpan span, Instant now) {
        RecoveryId id = new RecoveryId(UUID.randomUUID());
        jdbc.sql("""
                        INSERT INTO recovery (id, endpoint_id, since, until, position_created_at, next_step_at, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id.value())
                .param(endpoint.value())
                .param(span.since().atOffset(ZoneOffset.UTC))
                .param(span.until().atOffset(ZoneOffset.UTC))
                .param(span.since().atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
