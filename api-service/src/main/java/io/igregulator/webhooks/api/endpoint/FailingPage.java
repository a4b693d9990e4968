package io.igregulator.webhooks.api.endpoint;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some endpoints that fail, those that began last first.
 *
 * @param nextCursor null on the last page
 */
record FailingPage(List<FailingView> endpoints, @Nullable String nextCursor) {
    FailingPage {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * One of them.
     *
     * @param url without the values of its query, which may be the receiver's own credentials
     * @param inactiveReason why it was made inactive; null for an active one
     */
    record FailingView(
            String endpointId,
            String accountId,
            String accountName,
            String url,
            String state,
            @Nullable String inactiveReason,
            @Nullable Instant since,
            @Nullable String error,
            int waiting,
            @Nullable Instant oldestWaitingAt,
            @Nullable Instant nextAttemptAt) {
        static FailingView of(FailingEndpoint endpoint, EndpointHealth health) {
            return new FailingView(
                    endpoint.id().toString(),
                    endpoint.account().toString(),
                    endpoint.accountName(),
                    masked(endpoint.url()),
                    endpoint.state().wireName(),
                    endpoint.inactiveReason(),
                    endpoint.since(),
                    health.error(),
                    health.waiting(),
                    health.oldestWaitingAt(),
                    health.nextAttemptAt());
        }

        private static String masked(URI url) {
            String shown = url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
            return url.getRawQuery() == null ? shown : shown + "?***";
        }
    }
}
