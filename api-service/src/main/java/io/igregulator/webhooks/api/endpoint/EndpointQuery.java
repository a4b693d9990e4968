package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.event.EventType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A listing of endpoints: a page of them, or all where neither {@code limit} nor {@code cursor} is given.
 *
 * @param after null for the first
 * @param limit null for all
 */
record EndpointQuery(
        EndpointFilter filter,
        @Nullable EndpointPosition after,
        @Nullable Integer limit) {
    static final String ACTIVE = "active";
    static final String EVENT = "event";
    static final String Q = "q";
    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;
    private static final Pattern TEXT = Pattern.compile("[^\\x00]{1,200}");

    /** @throws InvalidRequest naming the first parameter that is not valid */
    static EndpointQuery of(QueryParameters parameters) {
        boolean paged = parameters.text(QueryParameters.LIMIT).isPresent()
                || parameters.text(QueryParameters.CURSOR).isPresent();
        return new EndpointQuery(
                new EndpointFilter(
                        parameters.flag(ACTIVE).orElse(null),
                        parameters.text(EVENT).map(EndpointQuery::event).orElse(null),
                        parameters.text(Q).map(EndpointQuery::part).orElse(null)),
                parameters
                        .text(QueryParameters.CURSOR)
                        .map(EndpointPosition::parse)
                        .orElse(null),
                paged ? parameters.limit(MAX_LIMIT, DEFAULT_LIMIT) : null);
    }

    private static EventType event(String name) {
        return EventType.ofWireName(name)
                .orElseThrow(() -> InvalidRequest.field(
                        EVENT, "there is no such event type", "known types: " + EventType.wireNames()));
    }

    private static String part(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw InvalidRequest.field(
                    Q, "'q' is empty, longer than 200 characters or holds U+0000", "part of a name or URL");
        }
        return text;
    }
}
