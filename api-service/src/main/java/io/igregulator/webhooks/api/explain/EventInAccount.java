package io.igregulator.webhooks.api.explain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * An event at one endpoint, as the operator sees it.
 *
 * @param accountId null where the endpoint was deleted and no account was asked for
 */
public record EventInAccount(
        @Nullable String accountId, @JsonUnwrapped EventAtEndpoint endpoint) {}
