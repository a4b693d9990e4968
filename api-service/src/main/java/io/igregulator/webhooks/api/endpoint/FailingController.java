package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/failing}: the endpoints of all accounts that do not get what they subscribed to. */
@RestController
final class FailingController {
    private static final int MAX_LIMIT = 100;
    private static final int DEFAULT_LIMIT = 50;

    private final ListFailing list;

    FailingController(ListFailing list) {
        this.list = list;
    }

    @GetMapping(path = "/operator/v1/failing", produces = MediaType.APPLICATION_JSON_VALUE)
    FailingPage list(@Takes({QueryParameters.CURSOR, QueryParameters.LIMIT}) QueryParameters parameters) {
        return list.page(
                parameters
                        .text(QueryParameters.CURSOR)
                        .map(EndpointPosition::parse)
                        .orElse(EndpointPosition.END),
                parameters.limit(MAX_LIMIT, DEFAULT_LIMIT));
    }
}
