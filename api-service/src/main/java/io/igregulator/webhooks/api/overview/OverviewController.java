package io.igregulator.webhooks.api.overview;

import io.igregulator.webhooks.api.endpoint.CountStates;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/overview} and {@code /operator/v1/lag}: what is behind, what waits, and how the endpoints do. */
@RestController
final class OverviewController {
    private final MeasuredFigures figures;
    private final RecentUndelivered undelivered;
    private final CountStates endpoints;
    private final InstantSource clock;

    OverviewController(
            MeasuredFigures figures, RecentUndelivered undelivered, CountStates endpoints, InstantSource clock) {
        this.figures = figures;
        this.undelivered = undelivered;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    @GetMapping(path = "/operator/v1/overview", produces = MediaType.APPLICATION_JSON_VALUE)
    OverviewView overview() {
        return OverviewView.of(figures, undelivered.read(), endpoints.count(), clock.instant());
    }

    @GetMapping(path = "/operator/v1/lag", produces = MediaType.APPLICATION_JSON_VALUE)
    LagView lag() {
        return LagView.of(figures);
    }
}
