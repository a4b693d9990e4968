package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.delivery.DeliveriesOfEvent;
import io.igregulator.webhooks.api.delivery.SentTo;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EventId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
final class ExplainToOperator {
    private final ReadStoredEvent events;
    private final AccountStore accounts;
    private final ReadWatch watches;
    private final FindAtEndpoints find;
    private final DeliveriesOfEvent deliveries;
    private final AnswerMemory memory;
    private final WriteEvent write;

    ExplainToOperator(
            ReadStoredEvent events,
            AccountStore accounts,
            ReadWatch watches,
            FindAtEndpoints find,
            DeliveriesOfEvent deliveries,
            AnswerMemory memory,
            WriteEvent write) {
        this.events = events;
        this.accounts = accounts;
        this.watches = watches;
        this.find = find;
        this.deliveries = deliveries;
        this.memory = memory;
        this.write = write;
    }

    /** @throws NotFound if the event or the account does not exist, or the event is a notice of another account */
    void write(EventId id, EventQuery query, HttpServletResponse response) throws IOException {
        @Nullable AccountId account = query.account();
        if (account != null) {
            accounts.get(account);
        }
        try (AnswerMemory.Part _ = memory.take()) {
            Optional<StoredEvent> event = events.find(id);
            if (event.isEmpty()) {
                writeAccepted(id, account, query, response);
            } else if (account == null) {
                writeAll(event.get(), query, response);
            } else {
                writeAccount(event.get(), account, query, response);
            }
        }
    }

    private void writeAccepted(EventId id, @Nullable AccountId account, EventQuery query, HttpServletResponse response)
            throws IOException {
        Instant accepted = events.accepted(id).orElseThrow(NotFound::event);
        EventHead head = new EventHead(id.toString(), null, accepted, null);
        if (account == null) {
            write.write(head, null, List.of(), null, response);
        } else {
            FindAtEndpoints.Found found = find.findBefore(account, accepted, query);
            write.write(head, null, in(account, found.endpoints()), found.nextCursor(), response);
        }
    }

    private void writeAll(StoredEvent event, EventQuery query, HttpServletResponse response) throws IOException {
        Page<SentTo> page =
                Page.of(deliveries.page(event.id(), query.after().last(), Page.rows(query.limit())), query.limit());
        @Nullable
        Instant fannedOutAt = events.place(event, null).map(FannedOut::at).orElse(null);
        write.write(
                EventHead.of(event, fannedOutAt),
                event.body(),
                page.shown().stream().map(ExplainToOperator::sent).toList(),
                page.nextCursor(last -> new EventCursor(last.delivery().id().value()).toString()),
                response);
    }

    private void writeAccount(StoredEvent event, AccountId account, EventQuery query, HttpServletResponse response)
            throws IOException {
        FannedOut place = events.place(event, account).orElseThrow(NotFound::event);
        FindAtEndpoints.Found found = find.find(account, place, watches.read(account, place), query);
        write.write(
                EventHead.of(event, place.at()),
                event.body(),
                in(account, found.endpoints()),
                found.nextCursor(),
                response);
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
