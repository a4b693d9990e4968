package io.igregulator.webhooks.worker.breaker;

import io.igregulator.webhooks.worker.shard.ShardListener;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Circuits survive a change of worker: the new owner of a shard starts where the old one stood. */
final class HandOverCircuits implements ShardListener {
    private static final Logger log = LoggerFactory.getLogger(HandOverCircuits.class);

    private final CircuitStore store;
    private final Circuits circuits;

    HandOverCircuits(CircuitStore store, Circuits circuits) {
        this.store = store;
        this.circuits = circuits;
    }

    @Override
    public void acquired(Set<Integer> shards) {
        Thread.ofVirtual().name("load-circuits").start(() -> load(shards));
    }

    @Override
    public void released(Set<Integer> shards) {
        circuits.forget(shards);
    }

    private void load(Set<Integer> shards) {
        try {
            circuits.restore(store.read(shards));
        } catch (DataAccessException e) {
            log.warn("cannot load circuits; dead endpoints will be detected again: {}", e.toString());
        }
    }
}
