package io.igregulator.webhooks.worker.shard;

import java.util.List;
import java.util.Set;

/** Tells each of several listeners. */
public record AllShardListeners(List<ShardListener> listeners) implements ShardListener {
    public AllShardListeners {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void taken(Set<Integer> shards) {
        listeners.forEach(listener -> listener.taken(shards));
    }

    @Override
    public void given(Set<Integer> shards) {
        listeners.forEach(listener -> listener.given(shards));
    }
}
