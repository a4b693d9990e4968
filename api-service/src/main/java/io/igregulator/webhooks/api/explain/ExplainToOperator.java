package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.delivery.DeliveriesOfEvent;
import io.igregulator.webhooks.api.delivery.SentTo;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where an event is, for the operator: its deliveries over all accounts, or all endpoints of one account, whether or not the
 * account may read the event.
 */
@Component
public final class ExplainToOperator {
    private final ReadStoredEvent events;
    private final AccountStore accounts;
    private final ReadWatch watches;
    private final FindAtEndpoints find;
    private final DeliveriesOfEvent deliveries;

    ExplainToOperator(
            ReadStoredEvent events,
            AccountStore accounts,
            ReadWatch watches,
            FindAtEndpoints find,
            DeliveriesOfEvent deliveries) {
        this.events = events;
        this.accounts = accounts;
        this.watches = watches;
        this.find = find;
        this.deliveries = deliveries;
    }

    /**
     * The caller has taken {@link AnswerMemory} for the payload.
     *
     * @throws NotFound if the event or the account does not exist, or the event is a notice of another account
     */
    public Explained<EventInAccount> explain(EventId id, EventQuery query) {
        @Nullable AccountId account = query.reach().account().orElse(null);
        if (account != null) {
            accounts.get(account);
        }
        Optional<StoredEvent> event = events.find(id);
        if (event.isEmpty()) {
            return accepted(id, account, query);
        }
        return account == null ? everywhere(event.get(), query) : within(event.get(), account, query);
    }

    private Explained<EventInAccount> accepted(EventId id, @Nullable AccountId account, EventQuery query) {
        Instant accepted = events.accepted(id).orElseThrow(NotFound::event);
        EventHead head = new EventHead(id.toString(), null, accepted, null);
        if (account == null) {
            return new Explained<>(head, null, List.of(), null);
        }
        FindAtEndpoints.Found found = find.findBefore(account, accepted, query);
        return new Explained<>(head, null, in(account, found.endpoints()), found.nextCursor());
    }

    private Explained<EventInAccount> everywhere(StoredEvent event, EventQuery query) {
        Page<SentTo> page =
                Page.of(deliveries.page(event.id(), query.after().last(), Page.rows(query.limit())), query.limit());
        @Nullable
        Instant fannedOutAt = events.place(event, null).map(FannedOut::at).orElse(null);
        return new Explained<>(
                EventHead.of(event, fannedOutAt),
                event.body(),
                page.shown().stream().map(ExplainToOperator::sent).toList(),
                page.nextCursor(last -> new EventCursor(last.delivery().id().value()).toString()));
    }

    private Explained<EventInAccount> within(StoredEvent event, AccountId account, EventQuery query) {
        FannedOut place = events.place(event, account).orElseThrow(NotFound::event);
        FindAtEndpoints.Found found = find.find(account, place, watches.read(account, place), query);
        return new Explained<>(
                EventHead.of(event, place.at()), event.body(), in(account, found.endpoints()), found.nextCursor());
    }

    private static List<EventInAccount> in(AccountId account, List<EventAtEndpoint> endpoints) {
        return endpoints.stream()
                .map(endpoint -> new EventInAccount(account.toString(), endpoint))
                .toList();
    }

    private static EventInAccount sent(SentTo sent) {
        @Nullable AccountId account = sent.account();
        return new EventInAccount(account == null ? null : account.toString(), EventAtEndpoint.sent(sent.delivery()));
    }
}
