package io.igregulator.webhooks.worker.dispatch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Carries done offsets from the writers' threads to the poll thread, which alone touches the trackers. */
final class Completions {
    private final Queue<Completion> queue = new ConcurrentLinkedQueue<>();

    private record Completion(Assignment assignment, long offset) {}

    void add(Assignment assignment, long offset) {
        queue.add(new Completion(assignment, offset));
    }

    /** @return how many offsets of owned partitions were done */
    int apply() {
        int done = 0;
        @Nullable Completion completion = queue.poll();
        while (completion != null) {
            if (!completion.assignment.ended()) {
                completion.assignment.tracker().done(completion.offset);
                done++;
            }
            completion = queue.poll();
        }
        return done;
    }
}
