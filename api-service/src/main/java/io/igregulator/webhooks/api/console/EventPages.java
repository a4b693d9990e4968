package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.Reach;
import io.igregulator.webhooks.api.endpoint.EndpointNames;
import io.igregulator.webhooks.api.endpoint.EndpointNames.EndpointName;
import io.igregulator.webhooks.api.explain.EventAtEndpoint;
import io.igregulator.webhooks.api.explain.EventInAccount;
import io.igregulator.webhooks.api.explain.EventQuery;
import io.igregulator.webhooks.api.explain.ExplainToAccount;
import io.igregulator.webhooks.api.explain.ExplainToOperator;
import io.igregulator.webhooks.api.explain.Explained;
import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

/** Who received an event, and why everyone else did not. */
@PageController
final class EventPages {
    private final ExplainToAccount toAccount;
    private final ExplainToOperator toOperator;
    private final EndpointNames names;
    private final AnswerMemory memory;
    private final InstantSource clock;

    EventPages(
            ExplainToAccount toAccount,
            ExplainToOperator toOperator,
            EndpointNames names,
            AnswerMemory memory,
            InstantSource clock) {
        this.toAccount = toAccount;
        this.toOperator = toOperator;
        this.names = names;
        this.memory = memory;
        this.clock = clock;
    }

    /** Of all accounts only those that received it: there may be any number that did not. */
    @GetMapping(Paths.CONSOLE + Paths.EVENT)
    Screen everywhere(Visit visit, EventId id, @Takes(QueryParameters.CURSOR) QueryParameters parameters) {
        try (AnswerMemory.Part _ = memory.take()) {
            return screen(
                    Frame.of("Event", Section.FIND, visit),
                    visit,
                    visit.reach(),
                    toOperator.explain(id, EventQuery.of(visit.reach(), parameters)),
                    EventInAccount::endpoint);
        }
    }

    @GetMapping({Paths.PORTAL + Paths.EVENT, Paths.ACCOUNT + Paths.EVENT})
    Screen inAccount(AccountVisit visit, EventId id, @Takes(QueryParameters.CURSOR) QueryParameters parameters) {
        EventQuery query = EventQuery.of(visit.reach(), parameters);
        Frame frame = visit.frame("Event", Section.NONE);
        try (AnswerMemory.Part _ = memory.take()) {
            // The operator also finds what the account may not read: a customer asks why it was not sent.
            return visit.visit().isOperator()
                    ? screen(
                            frame,
                            visit.visit(),
                            visit.reach(),
                            toOperator.explain(id, query),
                            EventInAccount::endpoint)
                    : screen(
                            frame,
                            visit.visit(),
                            visit.reach(),
                            toAccount.explain(visit.reach().id(), id, query),
                            Function.identity());
        }
    }

    private <T> EventScreen screen(
            Frame frame, Visit visit, Reach reach, Explained<T> event, Function<T, EventAtEndpoint> at) {
        List<EventAtEndpoint> endpoints = event.endpoints().stream().map(at).toList();
        Map<EndpointId, EndpointName> known = names.of(
                reach,
                endpoints.stream()
                        .map(endpoint -> EndpointId.parse(endpoint.endpointId()))
                        .toList());
        byte @Nullable [] payload = event.payload();
        return new EventScreen(
                frame,
                event.head(),
                payload == null ? null : Payload.of(payload),
                endpoints.stream()
                        .map(endpoint -> EventRow.of(visit, endpoint, known))
                        .toList(),
                reach.account().isPresent(),
                event.nextCursor(),
                clock.instant());
    }
}
