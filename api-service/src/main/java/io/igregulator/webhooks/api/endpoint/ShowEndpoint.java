package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.figures.Figures;
import io.igregulator.webhooks.api.figures.ReadFigures;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** One endpoint with its health and its tag, for its owner and for the operator. */
@Component
final class ShowEndpoint {
    private static final Duration LAST_HOUR = Duration.ofHours(1);

    private final EndpointReader reader;
    private final HealthReader health;
    private final ReadFigures figures;
    private final InstantSource clock;

    ShowEndpoint(EndpointReader reader, HealthReader health, ReadFigures figures, InstantSource clock) {
        this.reader = reader;
        this.health = health;
        this.figures = figures;
        this.clock = clock;
    }

    EndpointView show(AccountId account, EndpointId id, HttpServletResponse response) {
        return show(reader.get(account, id), response);
    }

    /** Past Spring's handling of tags, which would answer a poll for an endpoint's figures with 304. */
    EndpointView show(Endpoint endpoint, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, endpoint.tag());
        return EndpointView.of(endpoint, health.of(endpoint), lastHour(endpoint.id()));
    }

    private Figures lastHour(EndpointId endpoint) {
        // By whole minutes; a worker's clock may be ahead.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return figures.total(endpoint, now.minus(LAST_HOUR), now.plus(LAST_HOUR));
    }
}
