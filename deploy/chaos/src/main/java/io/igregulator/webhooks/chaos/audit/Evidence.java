package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.change.EndpointHistory;
import io.igregulator.webhooks.chaos.fault.Disturbance;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.chaos.watch.AttemptRow;
import io.igregulator.webhooks.chaos.watch.DeliveryRow;
import io.igregulator.webhooks.chaos.watch.OffsetsOverTime;
import java.time.Duration;
import java.util.List;

/**
 * All that is known about a run after it.
 *
 * @param strays hooks that got requests which nobody can account for
 * @param unfinished what was still to be done when the run's patience ended, in words
 * @param repeatBound how much a fault explains
 * @param grace how long after an acknowledged change a request may have been on the wire already
 */
public record Evidence(
        List<PublishedEvent> published,
        List<EndpointHistory> endpoints,
        List<Arrival> arrivals,
        List<String> strays,
        List<Disturbance> disturbances,
        OffsetsOverTime offsets,
        List<DeliveryRow> deliveries,
        List<AttemptRow> attempts,
        List<String> unfinished,
        RepeatBound repeatBound,
        Duration grace) {
    public Evidence {
        published = List.copyOf(published);
        endpoints = List.copyOf(endpoints);
        arrivals = List.copyOf(arrivals);
        strays = List.copyOf(strays);
        disturbances = List.copyOf(disturbances);
        deliveries = List.copyOf(deliveries);
        attempts = List.copyOf(attempts);
        unfinished = List.copyOf(unfinished);
    }
}
