package io.igregulator.webhooks.worker.breaker;

import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;

/**
 * A circuit that is not closed, as a row of {@code endpoint_circuit}.
 *
 * @param openedAt since when, over all probes that have failed since
 * @param openings how often in a row it opened, from 1
 * @param probeAt when the next probe may go out
 * @param lastError what the attempt that opened it met
 */
record CircuitState(EndpointId endpoint, int shard, Instant openedAt, int openings, Instant probeAt, String lastError) {
    CircuitState probingAt(Instant time) {
        return new CircuitState(endpoint, shard, openedAt, openings, time, lastError);
    }
}
