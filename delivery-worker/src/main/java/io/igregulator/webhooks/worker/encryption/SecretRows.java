package io.igregulator.webhooks.worker.encryption;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.EncryptedSecret;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The encrypted rows of the database, counted by key and written again. */
final class SecretRows {
    static final String SECRETS = "endpoint_secret";
    private static final String COUNT = """
            SELECT 'endpoint_secret' AS relation, key_id, count(*) FROM endpoint_secret GROUP BY key_id
            UNION ALL
            SELECT 'idempotent_answer', key_id, count(*) FROM idempotent_answer GROUP BY key_id
            """;
    private static final String HOLD = """
            SELECT endpoint_id, generation, key_id, sealed
            FROM endpoint_secret
            WHERE key_id = ? AND (endpoint_id, generation) > (?, ?)
            ORDER BY endpoint_id, generation
            LIMIT ?
            FOR NO KEY UPDATE SKIP LOCKED
            """;
    private static final String REPLACE = """
            UPDATE endpoint_secret s SET key_id = n.key_id, sealed = n.sealed
            FROM unnest(?, ?, ?, ?, ?) AS n (endpoint_id, generation, was, key_id, sealed)
            WHERE s.endpoint_id = n.endpoint_id AND s.generation = n.generation AND s.sealed = n.was
            """;

    private final JdbcClient jdbc;

    SecretRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows of a table a key has encrypted. */
    record Count(String table, String key, long rows) {}

    /** Answers that are kept for repeats are only counted: they expire by themselves. */
    List<Count> count() {
        return jdbc.sql(COUNT)
                .query((row, number) -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /**
     * The next secrets of a key, held until the transaction ends. Those that a rotation holds are left for the next round: it
     * may be about to delete them, and neither waits for the other.
     *
     * @param after null for the first ones
     */
    List<StoredSecret> hold(String key, @Nullable StoredSecret after, int limit) {
        return jdbc.sql(HOLD)
                .param(key)
                .param(after == null ? new UUID(0, 0) : after.endpoint().value())
                .param(after == null ? 0 : after.generation())
                .param(limit)
                .query(SecretRows::secret)
                .list();
    }

    /**
     * @param before as they were read; a row that is no longer the same stays as it is
     * @param after the same ones, encrypted again
     * @return how many rows were written
     */
    int replace(List<StoredSecret> before, List<StoredSecret> after) {
        return jdbc.sql(REPLACE)
                .param(Columns.of("uuid", before, one -> one.endpoint().value()))
                .param(Columns.of("int4", before, StoredSecret::generation))
                .param(Columns.bytes(before, one -> one.sealed().bytes()))
                .param(Columns.of("text", after, one -> one.sealed().keyId()))
                .param(Columns.bytes(after, one -> one.sealed().bytes()))
                .update();
    }

    private static StoredSecret secret(ResultSet row, int number) throws SQLException {
        return new StoredSecret(
                new EndpointId(Rows.uuid(row, "endpoint_id")),
                row.getInt("generation"),
                new EncryptedSecret(row.getString("key_id"), row.getBytes("sealed")));
    }
}
