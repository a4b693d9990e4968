package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.worker.lane.Lanes;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Pauses and resumes partitions so that the poll loop never has to block: one partition when it has run too far ahead of
 * its lowest open offset, all of them when the worker has enough to do. Each resumes at half of what paused it.
 */
final class BackPressure {
    private static final int MAX_LOOKED_UP = 1_000;

    private final DispatchProperties properties;
    private final Lanes lanes;
    private final OutcomeBuffer outcomes;
    private final SkipRecorded lookUp;
    private boolean overloaded;

    BackPressure(DispatchProperties properties, Lanes lanes, OutcomeBuffer outcomes, SkipRecorded lookUp) {
        this.properties = properties;
        this.lanes = lanes;
        this.outcomes = outcomes;
        this.lookUp = lookUp;
    }

    /**
     * @param recordsHeld whether records wait for room, which means that no more may come
     * @return how many partitions are paused now
     */
    int apply(Consumer<byte[], Body> consumer, Collection<Assignment> owned, boolean recordsHeld) {
        overloaded = recordsHeld
                || outcomes.congested()
                || lookUp.pending() > MAX_LOOKED_UP
                || (overloaded ? !lanes.relaxed() : lanes.overloaded());
        Set<TopicPartition> paused = consumer.paused();
        Set<TopicPartition> pause = new HashSet<>();
        Set<TopicPartition> resume = new HashSet<>();
        int wantedPaused = 0;
        for (Assignment assignment : owned) {
            boolean wanted = overloaded || ranAhead(assignment, paused);
            wantedPaused += wanted ? 1 : 0;
            if (wanted != paused.contains(assignment.partition())) {
                (wanted ? pause : resume).add(assignment.partition());
            }
        }
        if (!pause.isEmpty()) {
            consumer.pause(pause);
        }
        if (!resume.isEmpty()) {
            consumer.resume(resume);
        }
        return wantedPaused;
    }

    /** Whether the deliveries of one more record may be handed on. */
    boolean room(int suspects) {
        return !outcomes.congested() && lookUp.pending() + suspects <= MAX_LOOKED_UP && !lanes.overloaded();
    }

    private boolean ranAhead(Assignment assignment, Set<TopicPartition> paused) {
        long limit = paused.contains(assignment.partition()) ? properties.maxSpan() / 2 : properties.maxSpan();
        return assignment.tracker().span() > limit;
    }
}
