package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.account.Reach;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.AccountId;

/**
 * The endpoints at which an event is looked up.
 *
 * @param reach whose they are
 */
public record EventQuery(Reach reach, EventCursor after, int limit) {
    static final String ACCOUNT = "account_id";

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** @throws InvalidRequest naming the first parameter that is not valid */
    static EventQuery ofOperator(QueryParameters parameters) {
        return of(parameters.id(ACCOUNT, AccountId::parse).map(Reach::of).orElse(Reach.EVERYTHING), parameters);
    }

    /** @throws InvalidRequest naming the first parameter that is not valid */
    public static EventQuery of(Reach reach, QueryParameters parameters) {
        return new EventQuery(
                reach,
                parameters.text(QueryParameters.CURSOR).map(EventCursor::parse).orElse(EventCursor.START),
                parameters.limit(MAX_LIMIT, DEFAULT_LIMIT));
    }
}
