package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints at which an event is looked up.
 *
 * @param account null for those of all accounts, which the operator alone may ask for
 */
record EventQuery(@Nullable AccountId account, EventCursor after, int limit) {
    static final String ACCOUNT = "account_id";

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    static EventQuery of(AccountId caller, QueryParameters parameters) {
        return page(caller, parameters);
    }

    /** @throws InvalidRequest naming the first parameter that is not valid */
    static EventQuery ofOperator(QueryParameters parameters) {
        return page(parameters.id(ACCOUNT, AccountId::parse).orElse(null), parameters);
    }

    private static EventQuery page(@Nullable AccountId account, QueryParameters parameters) {
        return new EventQuery(
                account,
                parameters.text(QueryParameters.CURSOR).map(EventCursor::parse).orElse(EventCursor.START),
                parameters.limit(MAX_LIMIT, DEFAULT_LIMIT));
    }
}
