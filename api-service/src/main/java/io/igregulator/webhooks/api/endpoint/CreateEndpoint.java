package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.error.QuotaExceeded;
import io.igregulator.webhooks.api.secret.SecretWriter;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.SecretText;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Creation: the URL first, then the quota, then the row, its first secret and the outbox message as one. */
@Component
final class CreateEndpoint {
    private final VetUrl vetUrl;
    private final TransactionOperations transaction;
    private final AccountStore accounts;
    private final EndpointReader reader;
    private final EndpointWriter writer;
    private final SecretWriter secrets;
    private final EndpointAnnouncer announcer;
    private final InstantSource clock;

    CreateEndpoint(
            VetUrl vetUrl,
            TransactionOperations transaction,
            AccountStore accounts,
            EndpointReader reader,
            EndpointWriter writer,
            SecretWriter secrets,
            EndpointAnnouncer announcer,
            InstantSource clock) {
        this.vetUrl = vetUrl;
        this.transaction = transaction;
        this.accounts = accounts;
        this.reader = reader;
        this.writer = writer;
        this.secrets = secrets;
        this.announcer = announcer;
        this.clock = clock;
    }

    CreatedEndpoint create(Caller caller, NewEndpoint requested) {
        URI url = vetUrl.vet(requested.url());
        return transaction.execute(status -> {
            // The plan as it is now, and nobody else counting meanwhile.
            Account account = accounts.lock(caller.account());
            requireQuota(account);
            return insert(account, requested.settings(url));
        });
    }

    private void requireQuota(Account account) {
        account.plan().endpoints().ifPresent(limit -> {
            if (reader.count(account.id()) >= limit) {
                throw QuotaExceeded.webhooks(limit);
            }
        });
    }

    private CreatedEndpoint insert(Account account, EndpointSettings settings) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EndpointId id = new EndpointId(UUID.randomUUID());
        Endpoint endpoint = new Endpoint(id, account.id(), settings, 1, now, EndpointActivity.NONE);
        writer.insert(endpoint);
        SecretText secret = secrets.add(id, now);
        announcer.announce(id, Kind.CREATED, endpoint.version());
        return new CreatedEndpoint(endpoint, secret);
    }
}
