package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A page of an account's endpoints with their health, for those who show it as a whole. */
@Component
public final class ListEndpoints {
    private final EndpointReader reader;
    private final HealthReader health;

    ListEndpoints(EndpointReader reader, HealthReader health) {
        this.reader = reader;
        this.health = health;
    }

    /** @param parameters those of the API's listing, a limit among them */
    public EndpointPage list(AccountId account, QueryParameters parameters) {
        EndpointBatches batches = new EndpointBatches(reader, account, EndpointQuery.of(parameters));
        List<EndpointView> shown = new ArrayList<>();
        for (List<Endpoint> batch = batches.next(); !batch.isEmpty(); batch = batches.next()) {
            Map<EndpointId, EndpointHealth> states =
                    health.of(batch.stream().map(Endpoint::id).toList());
            batch.forEach(endpoint ->
                    shown.add(EndpointView.of(endpoint, states.getOrDefault(endpoint.id(), EndpointHealth.NEW))));
        }
        return new EndpointPage(shown, batches.nextCursor());
    }

    /**
     * Some endpoints, oldest first.
     *
     * @param nextCursor null on the last page
     */
    public record EndpointPage(
            List<EndpointView> endpoints, @Nullable String nextCursor) {
        public EndpointPage {
            endpoints = List.copyOf(endpoints);
        }
    }
}
