package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.EncryptedSecret;
import io.igregulator.webhooks.secret.SecretCipher;
import io.igregulator.webhooks.secret.SecretText;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds and ends an endpoint's secrets, within a transaction of the caller, who has locked the endpoint's row. */
@Component
public final class SecretWriter {
    private static final String ADD = """
            INSERT INTO endpoint_secret (endpoint_id, generation, key_id, sealed, created_at)
            SELECT ?, coalesce(max(generation), 0) + 1, ?, ?, ?
            FROM endpoint_secret WHERE endpoint_id = ?
            """;
    private static final String REMOVE_OLDER = """
            WITH older AS (
                DELETE FROM endpoint_secret WHERE endpoint_id = ? AND expires_at IS NOT NULL
                RETURNING expires_at
            )
            SELECT count(*) FROM older WHERE expires_at > ?
            """;
    private static final String PRUNE = """
            DELETE FROM endpoint_secret
            WHERE endpoint_id = ?
              AND (expires_at <= ?
                   OR generation NOT IN (SELECT generation FROM endpoint_secret
                                         WHERE endpoint_id = ? ORDER BY generation DESC LIMIT ?))
            """;

    private final JdbcClient jdbc;
    private final SecretCipher cipher;
    private final RandomGenerator random;

    SecretWriter(JdbcClient jdbc, SecretCipher cipher, RandomGenerator random) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.random = random;
    }

    /** Makes the new active secret; there must be no other one. */
    public SecretText add(EndpointId endpoint, Instant now) {
        SecretText secret = SecretText.create(random);
        EncryptedSecret sealed = cipher.encrypt(secret, endpoint);
        jdbc.sql(ADD)
                .param(endpoint.value())
                .param(sealed.keyId())
                .param(sealed.bytes())
                .param(SqlTime.of(now))
                .param(endpoint.value())
                .update();
        return secret;
    }

    /**
     * Gives the active secret an end. Older ones have theirs already and keep it.
     *
     * @return whether there was an active one
     */
    public boolean expireActive(EndpointId endpoint, Instant end) {
        return jdbc.sql("UPDATE endpoint_secret SET expires_at = ? WHERE endpoint_id = ? AND expires_at IS NULL")
                        .param(SqlTime.of(end))
                        .param(endpoint.value())
                        .update()
                == 1;
    }

    /**
     * Deletes all but the active one.
     *
     * @return how many of them had not expired by now
     */
    public int removeOlder(EndpointId endpoint, Instant now) {
        return jdbc.sql(REMOVE_OLDER)
                .param(endpoint.value())
                .param(SqlTime.of(now))
                .query(Integer.class)
                .single();
    }

    /** Deletes what has expired by now, and the oldest of the rest beyond {@code keep}. */
    public void prune(EndpointId endpoint, Instant now, int keep) {
        jdbc.sql(PRUNE)
                .param(endpoint.value())
                .param(SqlTime.of(now))
                .param(endpoint.value())
                .param(keep)
                .update();
    }
}
