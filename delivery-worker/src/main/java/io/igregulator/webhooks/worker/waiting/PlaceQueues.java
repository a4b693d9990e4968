package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.topic.EndpointShard;
import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Assigns a shard to queue rows that were written without one: a resend does not know how many partitions Kafka has. Runs in
 * the claim's transaction.
 */
final class PlaceQueues {
    private static final int BATCH = 500;
    private static final String PLACE = """
            UPDATE endpoint_queue q SET shard = p.shard
            FROM unnest(?, ?) AS p (endpoint_id, shard)
            WHERE q.endpoint_id = p.endpoint_id
            """;

    private final JdbcClient jdbc;
    private final IntSupplier partitions;

    /** @param partitions of the deliveries' topic; 0 while not known */
    PlaceQueues(JdbcClient jdbc, IntSupplier partitions) {
        this.jdbc = jdbc;
        this.partitions = partitions;
    }

    void place() {
        int shards = partitions.getAsInt();
        List<EndpointId> unplaced = shards == 0 ? List.of() : unplaced();
        if (!unplaced.isEmpty()) {
            place(unplaced, shards);
        }
    }

    private List<EndpointId> unplaced() {
        return jdbc.sql("SELECT endpoint_id FROM endpoint_queue WHERE shard IS NULL LIMIT ? FOR UPDATE SKIP LOCKED")
                .param(BATCH)
                .query((row, number) -> new EndpointId(Rows.uuid(row, "endpoint_id")))
                .list();
    }

    private void place(List<EndpointId> endpoints, int shards) {
        jdbc.sql(PLACE)
                .param(Columns.of("uuid", endpoints, EndpointId::value))
                .param(Columns.of("int4", endpoints, endpoint -> EndpointShard.of(endpoint, shards)))
                .update();
    }
}
