package io.igregulator.webhooks.api.ping;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.http.Exchange;
import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import org.jspecify.annotations.Nullable;

/** What came of a test, for whoever builds the receiver. */
record PingView(
        boolean delivered,
        @JsonProperty("http_status") @Nullable Integer httpStatus,
        @JsonProperty("response_body") @Nullable String responseBody,
        @JsonProperty("latency_ms") long latencyMillis,
        @Nullable String error) {
    static PingView of(Exchange exchange) {
        long latency = exchange.latency().toMillis();
        return switch (exchange) {
            case Answered answer ->
                new PingView(success(answer.status()), answer.status(), answer.bodyExcerpt(), latency, null);
            case Unanswered none ->
                new PingView(false, null, null, latency, none.error().wireName());
        };
    }

    private static boolean success(int status) {
        return status / 100 == 2;
    }
}
