package io.igregulator.webhooks.worker.encryption;

import io.igregulator.webhooks.sql.SqlTime;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one key that secrets move to, as all workers see it. Workers that are configured differently, as during an update, would
 * otherwise move the same secrets back and forth: the one that was started last decides.
 */
final class ActiveKey {
    private static final String ANNOUNCE = """
            INSERT INTO active_encryption_key AS active (key_id, since) VALUES (?, ?)
            ON CONFLICT (one_row) DO UPDATE SET key_id = EXCLUDED.key_id, since = EXCLUDED.since
            WHERE active.key_id <> EXCLUDED.key_id
            """;

    private final JdbcClient jdbc;
    private final String key;

    ActiveKey(JdbcClient jdbc, String key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** To be called once per process. A key that is the active one already keeps its time. */
    void announce(Instant now) {
        jdbc.sql(ANNOUNCE).param(key).param(SqlTime.of(now)).update();
    }

    /** Whether it is this worker's, and has been for so long. */
    boolean settled(Duration time, Instant now) {
        return jdbc.sql("SELECT count(*) FROM active_encryption_key WHERE key_id = ? AND since <= ?")
                        .param(key)
                        .param(SqlTime.of(now.minus(time)))
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
