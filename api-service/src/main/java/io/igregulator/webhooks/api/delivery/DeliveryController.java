package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/webhooks/{id}/deliveries}: an endpoint's history. */
@RestController
final class DeliveryController {
    private static final String ALL = "/v1/webhooks/{id}/deliveries";
    private static final String ONE = ALL + "/{delivery_id}";

    private final EndpointReader endpoints;
    private final ListDeliveries list;
    private final WriteDetail detail;
    private final ResendDelivery resend;

    DeliveryController(EndpointReader endpoints, ListDeliveries list, WriteDetail detail, ResendDelivery resend) {
        this.endpoints = endpoints;
        this.list = list;
        this.detail = detail;
        this.resend = resend;
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    ListDeliveries.DeliveryPage list(Caller caller, EndpointId id, @FilterParameters QueryParameters parameters) {
        endpoints.get(caller.account(), id);
        return list.list(List.of(id), DeliveryQuery.of(parameters));
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    void get(Caller caller, EndpointId id, DeliveryId delivery, HttpServletResponse response) throws IOException {
        endpoints.get(caller.account(), id);
        detail.write(id, delivery, response);
    }

    @PostMapping(path = ONE + "/resend", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView resend(Caller caller, EndpointId id, DeliveryId delivery) {
        return resend.resend(caller, id, delivery);
    }
}
