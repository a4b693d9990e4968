package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.secret.SecretText;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where an account is notified of what happens to its endpoints, whichever plan it has. It is one more endpoint, which
 * subscribes to notices alone and is not counted: it is signed, retried, listed and tested like any other.
 */
@Component
public final class NotifyAddress {
    private static final List<EventPattern> NOTICES = Arrays.stream(EventType.values())
            .filter(type -> type.audience() == EventType.Audience.SIBLINGS)
            .map(EventPattern::of)
            .toList();

    private final VetUrl vetUrl;
    private final EndpointReader reader;
    private final InsertEndpoint insert;
    private final UpdateEndpoint update;
    private final DeleteEndpoint delete;
    private final AuditLog audit;

    NotifyAddress(
            VetUrl vetUrl,
            EndpointReader reader,
            InsertEndpoint insert,
            UpdateEndpoint update,
            DeleteEndpoint delete,
            AuditLog audit) {
        this.vetUrl = vetUrl;
        this.reader = reader;
        this.insert = insert;
        this.update = update;
        this.delete = delete;
        this.audit = audit;
    }

    /** As an endpoint's. It asks the DNS, so it is called before the transaction. */
    public URI vet(String field, String url, AccountId account) {
        return vetUrl.vet(field, url, account);
    }

    public @Nullable URI of(AccountId account) {
        return of(List.of(account)).get(account);
    }

    /** Those of these accounts that have one. */
    public Map<AccountId, URI> of(Collection<AccountId> accounts) {
        return reader.urlsForNotices(accounts);
    }

    /**
     * Within the caller's transaction, which has locked the account.
     *
     * @param url vetted; null for no address
     * @return the secret of an address that there was not before
     */
    public @Nullable SecretText set(Actor actor, AccountId account, @Nullable URI url) {
        Optional<Endpoint> current = reader.lockForNotices(account);
        if (url == null) {
            current.ifPresent(endpoint -> delete.remove(actor, endpoint));
            return null;
        }
        if (current.isPresent()) {
            update(actor, current.get(), url);
            return null;
        }
        EndpointSettings settings = new EndpointSettings(url, null, null, NOTICES, true, true, Metadata.NONE);
        CreatedEndpoint created = insert.insertForNotices(account, settings);
        audit.write(
                actor, AuditAction.ENDPOINT_CREATED, account, created.endpoint().id(), EndpointAudit.created(settings));
        return created.secret();
    }

    /** An address that is set again is also active again, unless the operator has stopped it. */
    private void update(Actor actor, Endpoint current, URI url) {
        boolean active = current.stop() == null;
        EndpointSettings settings = current.settings();
        EndpointSettings changed = new EndpointSettings(
                url, settings.name(), settings.description(), NOTICES, active, true, settings.metadata());
        if (!changed.equals(current.settings())) {
            update.write(actor, current, changed);
        }
    }
}
