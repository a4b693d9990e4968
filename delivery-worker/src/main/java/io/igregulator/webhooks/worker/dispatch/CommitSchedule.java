package io.igregulator.webhooks.worker.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * Which partitions are due for a commit: soon where there is progress, and every few seconds while anything is open even
 * without progress, so that a partition behind a slow request is not taken for a dead one.
 */
final class CommitSchedule {
    private final DispatchProperties properties;
    private final InstantSource clock;
    private Instant lastProgress;
    private Instant lastRepeat;

    CommitSchedule(DispatchProperties properties, InstantSource clock) {
        this.properties = properties;
        this.clock = clock;
        this.lastProgress = clock.instant();
        this.lastRepeat = lastProgress;
    }

    List<Assignment> due(Collection<Assignment> owned) {
        Instant now = clock.instant();
        boolean repeat = !now.isBefore(lastRepeat.plus(properties.commitInterval()));
        boolean progress = repeat || !now.isBefore(lastProgress.plus(properties.commitDelay()));
        if (!progress) {
            return List.of();
        }
        lastProgress = now;
        lastRepeat = repeat ? now : lastRepeat;
        return owned.stream()
                .filter(assignment -> assignment.tracker().hasProgress()
                        || (repeat && assignment.tracker().openCount() > 0))
                .toList();
    }
}
