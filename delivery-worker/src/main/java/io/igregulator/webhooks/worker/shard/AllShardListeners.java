package io.igregulator.webhooks.worker.shard;

import java.util.List;
import java.util.Set;

/** Notifies each of several listeners. */
public record AllShardListeners(List<ShardListener> listeners) implements ShardListener {
    public AllShardListeners {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void acquired(Set<Integer> shards) {
        listeners.forEach(listener -> listener.acquired(shards));
    }

    @Override
    public void released(Set<Integer> shards) {
        listeners.forEach(listener -> listener.released(shards));
    }
}
