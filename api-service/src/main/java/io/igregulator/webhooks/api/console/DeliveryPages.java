package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.delivery.AttemptView;
import io.igregulator.webhooks.api.delivery.DeliveryReader;
import io.igregulator.webhooks.api.delivery.DeliveryView;
import io.igregulator.webhooks.api.delivery.ListDeliveries;
import io.igregulator.webhooks.api.delivery.ResendDelivery;
import io.igregulator.webhooks.api.endpoint.Endpoint;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What became of the events that were sent to an endpoint: the list, each with its attempts, and another attempt. */
@PageController
final class DeliveryPages {
    /** A delivery has nine at most, unless it was resent: then its latest are of interest. */
    private static final int ATTEMPTS = 100;

    private final EndpointReader endpoints;
    private final ListDeliveries list;
    private final DeliveryReader reader;
    private final ResendDelivery resend;
    private final AnswerMemory memory;
    private final InstantSource clock;

    DeliveryPages(
            EndpointReader endpoints,
            ListDeliveries list,
            DeliveryReader reader,
            ResendDelivery resend,
            AnswerMemory memory,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.list = list;
        this.reader = reader;
        this.resend = resend;
        this.memory = memory;
        this.clock = clock;
    }

    @GetMapping({Paths.PORTAL + Paths.DELIVERIES, Paths.ACCOUNT + Paths.DELIVERIES})
    Screen list(
            AccountVisit visit,
            EndpointId id,
            @Takes({
                        DeliveryChoice.STATUS,
                        DeliveryChoice.EVENT,
                        DeliveryChoice.ANSWER,
                        DeliveryChoice.SINCE,
                        DeliveryChoice.UNTIL,
                        QueryParameters.CURSOR
                    })
                    QueryParameters parameters) {
        Endpoint endpoint = endpoints.get(visit.reach().id(), id);
        DeliveryChoice choice = DeliveryChoice.of(parameters);
        String cursor = parameters.text(QueryParameters.CURSOR).orElse("");
        return new DeliveriesScreen(
                visit.frame("Deliveries", Section.ENDPOINTS),
                visit.base() + Paths.ENDPOINTS + "/" + id,
                endpoint.settings().url().toString(),
                choice,
                Arrays.stream(DeliveryStatus.values())
                        .map(DeliveryStatus::wireName)
                        .toList(),
                ShowEndpointScreen.types(),
                list.list(List.of(id), choice.parameters(cursor)));
    }

    @GetMapping({Paths.PORTAL + Paths.DELIVERY, Paths.ACCOUNT + Paths.DELIVERY})
    Screen show(AccountVisit visit, EndpointId id, DeliveryId delivery, @Takes(Done.FIELD) QueryParameters parameters) {
        return screen(visit, id, delivery, Done.notice(parameters), HttpServletResponse.SC_OK);
    }

    private Screen screen(AccountVisit visit, EndpointId id, DeliveryId delivery, @Nullable Notice notice, int status) {
        Endpoint endpoint = endpoints.get(visit.reach().id(), id);
        DeliveryView view = reader.get(id, delivery);
        int skipped = Math.max(0, view.attemptCount() - ATTEMPTS);
        try (AnswerMemory.Part _ = memory.take()) {
            Page<AttemptView> attempts = Page.of(reader.attempts(delivery, skipped, Page.rows(ATTEMPTS)), ATTEMPTS);
            return new DeliveryScreen(
                    visit.frame("Delivery", Section.ENDPOINTS).with(notice),
                    visit.base(),
                    visit.base() + Paths.ENDPOINTS + "/" + id,
                    endpoint.settings().url().toString(),
                    view,
                    attempts.shown(),
                    skipped,
                    reader.payload(delivery).map(Payload::of).orElse(null),
                    clock.instant(),
                    status);
        }
    }

    @PostMapping({Paths.PORTAL + Paths.DELIVERY + "/resend", Paths.ACCOUNT + Paths.DELIVERY + "/resend"})
    Shown resend(AccountVisit visit, EndpointId id, DeliveryId delivery, Form form) {
        form.allowOnly();
        try {
            resend.resend(visit.caller(), id, delivery);
        } catch (NotFound e) {
            throw e;
        } catch (ApiError e) {
            return screen(visit, id, delivery, Notice.refused(e), e.status());
        }
        return new SeeOther(
                visit.base() + Paths.ENDPOINTS + "/" + id + "/deliveries/" + delivery + "?" + Done.RESENT.query());
    }
}
