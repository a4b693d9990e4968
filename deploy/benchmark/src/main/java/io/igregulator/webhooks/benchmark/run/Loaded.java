package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.measure.Window;
import java.util.List;

/**
 * A load that is over.
 *
 * @param bursts by their events' numbers; none where the load was steady
 */
record Loaded(Snapshot before, Snapshot after, List<Burst> bursts) {
    Loaded {
        bursts = List.copyOf(bursts);
    }

    Window window() {
        return new Window(before.at(), after.at());
    }

    /** Events published together. */
    record Burst(long at, int firstEvent, int lastEvent) {}
}
