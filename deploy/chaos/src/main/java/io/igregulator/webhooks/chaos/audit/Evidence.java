package io.igregulator.webhooks.chaos.audit;

import io.igregulator.webhooks.chaos.change.EndpointHistory;
import io.igregulator.webhooks.chaos.fault.Disturbance;
import io.igregulator.webhooks.chaos.fault.ProcessFault;
import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.chaos.watch.AttemptRow;
import io.igregulator.webhooks.chaos.watch.CountedRow;
import io.igregulator.webhooks.chaos.watch.DeliveryRow;
import io.igregulator.webhooks.chaos.watch.OffsetsOverTime;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that is known about a run after it.
 *
 * @param strays hooks that got requests without an explanation
 * @param counted the platform's figures
 * @param reasons why an event was not sent, as the platform answers after the run
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
        List<CountedRow> counted,
        Map<EventId, Map<EndpointId, String>> reasons,
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
        counted = List.copyOf(counted);
        reasons = Map.copyOf(reasons);
        unfinished = List.copyOf(unfinished);
    }

    /**
     * How many requests one fault may have sent again.
     *
     * @param ofOneWorker by way of one worker: what it had in flight, and one batch of outcomes
     * @param workers that can run at a time; a fault of PostgreSQL, of the broker or of the group can meet them all
     */
    public record RepeatBound(int ofOneWorker, int workers) {
        int of(ProcessFault.Kind kind) {
            return kind.disturbsOneWorker() ? ofOneWorker : ofOneWorker * workers;
        }
    }
}
