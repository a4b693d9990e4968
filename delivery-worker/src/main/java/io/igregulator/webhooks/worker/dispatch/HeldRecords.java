package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.event.Body;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records that were polled and have to wait until the worker has room for their deliveries, of which a record may hold a
 * hundred. Their offsets are open all the while. Touched by the poll thread only.
 */
final class HeldRecords {
    private final Queue<Held> queue = new ArrayDeque<>();

    /** @param assignment the one it was polled in */
    record Held(Assignment assignment, ConsumerRecord<byte[], Body> record) {}

    void add(Assignment assignment, ConsumerRecord<byte[], Body> record) {
        queue.add(new Held(assignment, record));
    }

    /** The next one whose partition is still here; the next owner reads the others again. */
    @Nullable
    Held next() {
        Held held = queue.poll();
        while (held != null && !held.assignment.open()) {
            held = queue.poll();
        }
        return held;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}
