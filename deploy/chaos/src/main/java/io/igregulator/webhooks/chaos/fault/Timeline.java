package io.igregulator.webhooks.chaos.fault;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The process faults inflicted so far. */
public final class Timeline {
    private final List<Disturbance> disturbances = new CopyOnWriteArrayList<>();

    void add(Disturbance disturbance) {
        disturbances.add(disturbance);
    }

    public List<Disturbance> disturbances() {
        return List.copyOf(disturbances);
    }
}
