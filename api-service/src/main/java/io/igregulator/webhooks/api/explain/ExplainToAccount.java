package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EventId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Where an event is for the account that asks. */
@Component
final class ExplainToAccount {
    private final ReadStoredEvent events;
    private final ReadWatch watches;
    private final MayRead mayRead;
    private final FindAtEndpoints find;
    private final AnswerMemory memory;
    private final WriteEvent write;

    ExplainToAccount(
            ReadStoredEvent events,
            ReadWatch watches,
            MayRead mayRead,
            FindAtEndpoints find,
            AnswerMemory memory,
            WriteEvent write) {
        this.events = events;
        this.watches = watches;
        this.mayRead = mayRead;
        this.find = find;
        this.memory = memory;
        this.write = write;
    }

    /** @throws NotFound unless the account may read it */
    void write(AccountId account, EventId id, EventQuery query, HttpServletResponse response) throws IOException {
        try (AnswerMemory.Part _ = memory.take()) {
            StoredEvent event = events.find(id).orElseThrow(NotFound::event);
            FannedOut place = events.place(event, account).orElseThrow(NotFound::event);
            Watch watch = watches.read(account, place);
            if (!mayRead.test(account, place, watch)) {
                throw NotFound.event();
            }
            FindAtEndpoints.Found found = find.find(account, place, watch, query);
            write.write(EventHead.of(event, place.at()), event.body(), found.endpoints(), found.nextCursor(), response);
        }
    }
}
