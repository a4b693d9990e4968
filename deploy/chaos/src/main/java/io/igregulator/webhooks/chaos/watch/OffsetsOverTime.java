package io.igregulator.webhooks.chaos.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** All looks at the offsets so far, oldest first. */
public final class OffsetsOverTime {
    private final List<Offsets> looks = new ArrayList<>();

    public synchronized void add(Offsets offsets) {
        looks.add(offsets);
    }

    public synchronized Optional<Offsets> last() {
        return looks.isEmpty() ? Optional.empty() : Optional.of(looks.getLast());
    }

    public synchronized List<Offsets> all() {
        return List.copyOf(looks);
    }

    /** When it is certain that the record had been fanned out; nothing if that never was. */
    public synchronized Optional<Instant> fannedOutBy(TopicPartition partition, long offset) {
        int low = 0;
        int high = looks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (looks.get(middle).fannedOut().getOrDefault(partition, 0L) > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == looks.size()
                ? Optional.empty()
                : Optional.of(looks.get(low).takenAt());
    }
}
