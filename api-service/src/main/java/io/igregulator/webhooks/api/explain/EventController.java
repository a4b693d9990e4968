package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.account.Reach;
import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.id.EventId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/events/{event_id}} and the operator's: where an event was sent, and why it was not sent elsewhere. */
@RestController
final class EventController {
    private final ExplainToAccount toAccount;
    private final ExplainToOperator toOperator;
    private final AnswerMemory memory;
    private final WriteEvent write;

    EventController(ExplainToAccount toAccount, ExplainToOperator toOperator, AnswerMemory memory, WriteEvent write) {
        this.toAccount = toAccount;
        this.toOperator = toOperator;
        this.memory = memory;
        this.write = write;
    }

    @GetMapping(path = "/v1/events/{event_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    void get(
            Caller caller,
            EventId id,
            @Takes({QueryParameters.CURSOR, QueryParameters.LIMIT}) QueryParameters parameters,
            HttpServletResponse response)
            throws IOException {
        EventQuery query = EventQuery.of(Reach.of(caller.account()), parameters);
        try (AnswerMemory.Part _ = memory.take()) {
            write.write(toAccount.explain(caller.account(), id, query), response);
        }
    }

    @GetMapping(path = "/operator/v1/events/{event_id}", produces = MediaType.APPLICATION_JSON_VALUE)
    void getForOperator(
            EventId id,
            @Takes({EventQuery.ACCOUNT, QueryParameters.CURSOR, QueryParameters.LIMIT}) QueryParameters parameters,
            HttpServletResponse response)
            throws IOException {
        EventQuery query = EventQuery.ofOperator(parameters);
        try (AnswerMemory.Part _ = memory.take()) {
            write.write(toOperator.explain(id, query), response);
        }
    }
}
