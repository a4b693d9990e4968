package io.igregulator.webhooks.chaos.receive;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request as a receiver saw it.
 *
 * @param address which of the endpoint's successive URLs it came to, counted from 0
 * @param answeredAt when the receiver began to answer
 * @param signers see the receiver's verification: which secrets signed, counted from 0 in the order they were learnt
 * @param complaint why the receiver refused it
 */
public record Arrival(
        EndpointId endpoint,
        int address,
        EventId event,
        int attempt,
        Instant receivedAt,
        Instant answeredAt,
        int answered,
        List<Integer> signers,
        Optional<String> complaint) {
    public Arrival {
        signers = List.copyOf(signers);
    }

    public boolean accepted() {
        return answered / 100 == 2 && complaint.isEmpty();
    }
}
