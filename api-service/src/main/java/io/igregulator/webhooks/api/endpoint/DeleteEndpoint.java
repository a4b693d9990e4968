package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Removal of an endpoint with its secrets, its waiting deliveries and its history. */
@Component
final class DeleteEndpoint {
    private final TransactionOperations transaction;
    private final EndpointReader reader;
    private final EndpointWriter writer;
    private final EndpointAnnouncer announcer;

    DeleteEndpoint(
            TransactionOperations transaction,
            EndpointReader reader,
            EndpointWriter writer,
            EndpointAnnouncer announcer) {
        this.transaction = transaction;
        this.reader = reader;
        this.writer = writer;
        this.announcer = announcer;
    }

    void delete(Caller caller, EndpointId id) {
        transaction.executeWithoutResult(status -> {
            Endpoint endpoint = reader.lock(caller.account(), id);
            writer.delete(id);
            announcer.announce(id, Kind.DELETED, endpoint.version() + 1);
        });
    }
}
