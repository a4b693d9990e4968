package io.igregulator.webhooks.chaos.watch;

import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.stack.client.OperatorClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Asks the operator's API of every event why it was not sent to the endpoints that have no delivery of it. */
public final class AskReasons {
    private static final int AT_ONCE = 4;

    private final OperatorClient api;
    private final List<AccountId> accounts;

    public AskReasons(OperatorClient api, List<AccountId> accounts) {
        this.api = api;
        this.accounts = List.copyOf(accounts);
    }

    /** @return by endpoint, those without a delivery only */
    public Map<EventId, Map<EndpointId, String>> of(List<PublishedEvent> events) {
        var reasons = new ConcurrentHashMap<EventId, Map<EndpointId, String>>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var asked = events.stream()
                    .map(event -> CompletableFuture.runAsync(() -> reasons.put(event.id(), of(event.id())), threads))
                    .toList();
            asked.forEach(CompletableFuture::join);
        }
        return reasons;
    }

    private Map<EndpointId, String> of(EventId event) {
        var reasons = new HashMap<EndpointId, String>();
        accounts.forEach(account -> reasons.putAll(api.whyNotSent(account, event)));
        return reasons;
    }
}
