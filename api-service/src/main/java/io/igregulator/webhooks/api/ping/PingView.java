package io.igregulator.webhooks.api.ping;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.error.Unavailable;
import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import io.igregulator.webhooks.http.ExchangeError;
import org.jspecify.annotations.Nullable;

/** What came of a test, for the developer of the receiver. */
public record PingView(
        boolean delivered,
        @Nullable Integer httpStatus,
        @Nullable String responseBody,
        @JsonProperty("latency_ms") long latencyMillis,
        @Nullable String error,
        SentRequest request) {
    static PingView of(SentRequest request, Exchange exchange) {
        long latency = exchange.latency().toMillis();
        return switch (exchange) {
            case Answered answer ->
                new PingView(success(answer.status()), answer.status(), answer.bodyExcerpt(), latency, null, request);
            case Unanswered none -> unanswered(none.error(), latency, request);
        };
    }

    /** A shortage of the platform's says nothing about the receiver. */
    private static PingView unanswered(ExchangeError error, long latency, SentRequest request) {
        if (error == ExchangeError.NO_FREE_LOOKUP) {
            throw Unavailable.lookups();
        }
        if (error == ExchangeError.NO_FREE_CONNECTION) {
            throw Unavailable.connections();
        }
        return new PingView(false, null, null, latency, error.wireName(), request);
    }

    private static boolean success(int status) {
        return status / 100 == 2;
    }
}
