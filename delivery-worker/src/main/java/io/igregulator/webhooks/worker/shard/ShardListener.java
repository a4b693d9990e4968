package io.igregulator.webhooks.worker.shard;

import java.util.Set;

/**
 * Keeps state for the endpoints of some shards. Called from the poll thread when partitions come and go, so it must
 * return at once.
 */
public interface ShardListener {
    /** This worker now owns these as well: what the previous owner left in PostgreSQL may be loaded. */
    void acquired(Set<Integer> shards);

    /** Another worker takes these over. */
    void released(Set<Integer> shards);
}
