package io.igregulator.webhooks.worker.degraded;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.worker.shard.ShardListener;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Episodes continue under a new owner, which has to know of them to notice their end. */
final class HandOverEpisodes implements ShardListener {
    private static final Logger log = LoggerFactory.getLogger(HandOverEpisodes.class);

    private final JdbcClient jdbc;
    private final Degradation degradation;

    HandOverEpisodes(JdbcClient jdbc, Degradation degradation) {
        this.jdbc = jdbc;
        this.degradation = degradation;
    }

    @Override
    public void acquired(Set<Integer> shards) {
        Thread.ofVirtual().name("load-episodes").start(() -> load(shards));
    }

    @Override
    public void released(Set<Integer> shards) {
        degradation.forget(shards);
    }

    private void load(Set<Integer> shards) {
        try {
            degradation.restore(read(shards));
        } catch (DataAccessException e) {
            log.warn("cannot load episodes of degradation; their end may go unnoticed: {}", e.toString());
        }
    }

    private Map<EndpointId, Integer> read(Set<Integer> shards) {
        return jdbc
                .sql("SELECT endpoint_id, shard FROM endpoint_degradation WHERE shard = ANY (?)")
                .param(Columns.of("int4", shards))
                .query((row, number) -> Map.entry(new EndpointId(Rows.uuid(row, "endpoint_id")), row.getInt("shard")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
