package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.audit.AuditReader.AuditEntry;
import io.igregulator.webhooks.api.delivery.DeliveryView;
import io.igregulator.webhooks.api.endpoint.EndpointView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint: how it fares, what can be done, its settings, its latest deliveries and changes.
 *
 * @param tag of the state that is shown
 * @param blamed the field that was refused
 */
public record EndpointScreen(
        Frame frame,
        String base,
        EndpointView endpoint,
        String tag,
        EndpointForm form,
        List<String> types,
        List<DeliveryView> deliveries,
        List<AuditEntry> changes,
        Instant now,
        @Nullable String blamed,
        int status)
        implements Screen {
    public EndpointScreen {
        types = List.copyOf(types);
        deliveries = List.copyOf(deliveries);
        changes = List.copyOf(changes);
    }

    @Override
    public String template() {
        return "endpoint";
    }

    public String path() {
        return base + "/endpoints/" + endpoint.id();
    }
}
