package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EventId;
import org.springframework.stereotype.Component;

/** Where an event is for the account that asks. */
@Component
public final class ExplainToAccount {
    private final ReadStoredEvent events;
    private final ReadWatch watches;
    private final MayRead mayRead;
    private final FindAtEndpoints find;

    ExplainToAccount(ReadStoredEvent events, ReadWatch watches, MayRead mayRead, FindAtEndpoints find) {
        this.events = events;
        this.watches = watches;
        this.mayRead = mayRead;
        this.find = find;
    }

    /**
     * The caller has taken {@link AnswerMemory} for the payload.
     *
     * @throws NotFound unless the account may read it
     */
    public Explained<EventAtEndpoint> explain(AccountId account, EventId id, EventQuery query) {
        StoredEvent event = events.find(id).orElseThrow(NotFound::event);
        FannedOut place = events.place(event, account).orElseThrow(NotFound::event);
        Watch watch = watches.read(account, place);
        if (!mayRead.test(account, place, watch)) {
            throw NotFound.event();
        }
        FindAtEndpoints.Found found = find.find(account, place, watch, query);
        return new Explained<>(EventHead.of(event, place.at()), event.body(), found.endpoints(), found.nextCursor());
    }
}
