package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/webhooks/{id}/deliveries}: an endpoint's history. */
@RestController
final class DeliveryController {
    private static final String ALL = "/v1/webhooks/{id}/deliveries";
    private static final String ONE = ALL + "/{delivery_id}";

    private final EndpointReader endpoints;
    private final ListDeliveries list;
    private final DeliveryReader reader;
    private final ResendDelivery resend;

    DeliveryController(EndpointReader endpoints, ListDeliveries list, DeliveryReader reader, ResendDelivery resend) {
        this.endpoints = endpoints;
        this.list = list;
        this.reader = reader;
        this.resend = resend;
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    DeliveryPage list(Caller caller, EndpointId id, @RequestParam MultiValueMap<String, String> parameters) {
        endpoints.get(caller.account(), id);
        return list.list(id, DeliveryQuery.of(parameters));
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    DeliveryDetail get(Caller caller, EndpointId id, DeliveryId delivery) {
        endpoints.get(caller.account(), id);
        return reader.detail(id, delivery);
    }

    @PostMapping(path = ONE + "/resend", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView resend(Caller caller, EndpointId id, DeliveryId delivery) {
        return resend.resend(caller, id, delivery);
    }
}
