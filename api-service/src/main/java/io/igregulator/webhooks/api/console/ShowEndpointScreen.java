package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.audit.AuditQuery;
import io.igregulator.webhooks.api.audit.AuditReader;
import io.igregulator.webhooks.api.delivery.ListDeliveries;
import io.igregulator.webhooks.api.endpoint.Endpoint;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.endpoint.EndpointView;
import io.igregulator.webhooks.api.endpoint.HealthReader;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads all that the page of an endpoint shows. */
@Component
@Lazy
final class ShowEndpointScreen {
    private static final String LATEST = "limit=10";
    private static final int CHANGES = 10;

    private final EndpointReader endpoints;
    private final HealthReader health;
    private final ListDeliveries deliveries;
    private final AuditReader audit;
    private final InstantSource clock;

    ShowEndpointScreen(
            EndpointReader endpoints,
            HealthReader health,
            ListDeliveries deliveries,
            AuditReader audit,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.health = health;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    EndpointScreen show(AccountVisit visit, EndpointId id, @Nullable Notice notice) {
        Endpoint endpoint = endpoints.get(visit.reach().id(), id);
        return screen(visit, endpoint, EndpointForm.of(endpoint), notice, null, HttpServletResponse.SC_OK);
    }

    /**
     * After an act that was refused.
     *
     * @throws ApiError if there is nothing to show it on
     */
    EndpointScreen refused(AccountVisit visit, EndpointId id, ApiError error) {
        if (error instanceof NotFound) {
            throw error;
        }
        Endpoint endpoint = endpoints.get(visit.reach().id(), id);
        return screen(visit, endpoint, EndpointForm.of(endpoint), Notice.refused(error), null, error.status());
    }

    /** After a change of settings that was refused, with what was typed. */
    EndpointScreen refused(AccountVisit visit, EndpointId id, Form form, ApiError error) {
        if (error instanceof NotFound) {
            throw error;
        }
        Endpoint endpoint = endpoints.get(visit.reach().id(), id);
        return screen(visit, endpoint, EndpointForm.of(form), Notice.refused(error), error.field(), error.status());
    }

    private EndpointScreen screen(
            AccountVisit visit,
            Endpoint endpoint,
            EndpointForm form,
            @Nullable Notice notice,
            @Nullable String blamed,
            int status) {
        EndpointId id = endpoint.id();
        EndpointView view = EndpointView.of(endpoint, health.of(endpoint));
        return new EndpointScreen(
                visit.frame(Links.name(view), Section.ENDPOINTS).with(notice),
                visit.base(),
                view,
                endpoint.tag(),
                form,
                types(),
                deliveries.list(List.of(id), QueryParameters.parse(LATEST)).deliveries(),
                audit.read(AuditQuery.latest(visit.reach(), id, CHANGES)).entries(),
                clock.instant(),
                blamed,
                status);
    }

    static List<String> types() {
        return Arrays.stream(EventType.values()).map(EventType::wireName).toList();
    }
}
