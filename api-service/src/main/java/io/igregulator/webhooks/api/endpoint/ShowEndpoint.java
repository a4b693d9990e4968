package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** One endpoint with its health and its tag, for its owner and for the operator. */
@Component
final class ShowEndpoint {
    private final EndpointReader reader;
    private final HealthReader health;

    ShowEndpoint(EndpointReader reader, HealthReader health) {
        this.reader = reader;
        this.health = health;
    }

    EndpointView show(AccountId account, EndpointId id, HttpServletResponse response) {
        return show(reader.get(account, id), response);
    }

    /** Past Spring's handling of tags, which would answer a poll for an endpoint's figures with 304. */
    EndpointView show(Endpoint endpoint, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, endpoint.tag());
        return EndpointView.of(endpoint, health.of(endpoint));
    }
}
