package io.igregulator.webhooks.resend;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes an endpoint's queue due, after the waiting rows that the transaction writes. */
public final class MakeDue {
    private static final String MAKE_DUE = """
            INSERT INTO endpoint_queue AS q (endpoint_id, next_due_at) VALUES (?, ?)
            ON CONFLICT (endpoint_id) DO UPDATE SET
                next_due_at = least(q.next_due_at, EXCLUDED.next_due_at)
            """;

    private final JdbcClient jdbc;

    public MakeDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A shard that is not known here stays null until a worker fills it in. */
    public void at(EndpointId endpoint, Instant due) {
        jdbc.sql(MAKE_DUE).param(endpoint.value()).param(SqlTime.of(due)).update();
    }
}
