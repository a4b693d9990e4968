package io.igregulator.webhooks.worker.encryption;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.EncryptedSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The encrypted rows of the database, counted by key and written again. */
final class SecretRows {
    static final String SECRETS = "endpoint_secret";

    private final JdbcClient jdbc;

    SecretRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows of a table a key has encrypted. */
    record Count(String table, String key, long rows) {}

    /** Answers that are kept for repeats are only counted: they expire by themselves. */
    List<Count> count() {
        return jdbc.sql("""
                        SELECT 'endpoint_secret' AS relation, key_id, count(*) FROM endpoint_secret GROUP BY key_id
                        UNION ALL
                        SELECT 'idempotent_answer', key_id, count(*) FROM idempotent_answer GROUP BY key_id
                        """)
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
        return jdbc.sql("""
                        SELECT endpoint_id, generation, key_id, sealed
                        FROM endpoint_secret
                        WHERE key_id = ? AND (endpoint_id, generation) > (?, ?)
                        ORDER BY endpoint_id, generation
                        LIMIT ?
                        FOR NO KEY UPDATE SKIP LOCKED
                        """)
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
        return jdbc.sql("""
                        UPDATE endpoint_secret s SET key_id = n.key_id, sealed = n.sealed
                        FROM unnest(?, ?, ?, ?, ?) AS n (endpoint_id, generation, was, key_id, sealed)
                        WHERE s.endpoint_id = n.endpoint_id AND s.generation = n.generation AND s.sealed = n.was
                        """)
                .param(new SqlArrayValue(
                        "uuid",
                        before.stream().map(one -> one.endpoint().value()).toArray()))
                .param(new SqlArrayValue(
                        "int4", before.stream().map(StoredSecret::generation).toArray()))
                .param(bytes(before))
                .param(new SqlArrayValue(
                        "text", after.stream().map(one -> one.sealed().keyId()).toArray()))
                .param(bytes(after))
                .update();
    }

    // The driver takes bytea only as an array of byte arrays.
    private static SqlArrayValue bytes(List<StoredSecret> secrets) {
        Object[] bytes = secrets.stream().map(one -> one.sealed().bytes()).toArray(byte[][]::new);
        return new SqlArrayValue("bytea", bytes);
    }

    private static StoredSecret secret(ResultSet row, int number) throws SQLException {
        return new StoredSecret(
                new EndpointId(row.getObject("endpoint_id", UUID.class)),
                row.getInt("generation"),
                new EncryptedSecret(row.getString("key_id"), row.getBytes("sealed")));
    }
}
