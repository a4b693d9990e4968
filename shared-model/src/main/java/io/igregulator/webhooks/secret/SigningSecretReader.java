package io.igregulator.webhooks.secret;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.signature.SigningSecret;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads endpoints' unexpired secrets. */
public final class SigningSecretReader {
    private static final String ACTIVE_SECRETS = """
            SELECT endpoint_id, key_id, sealed, expires_at
            FROM endpoint_secret
            WHERE endpoint_id = ANY (?) AND (expires_at IS NULL OR expires_at > ?)
            ORDER BY endpoint_id, generation DESC
            """;

    private final JdbcClient jdbc;
    private final SecretCipher cipher;

    public SigningSecretReader(JdbcClient jdbc, SecretCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Those of one endpoint, newest first, in the clear and ready to sign. */
    public List<SigningSecret> read(EndpointId endpoint, Instant now) {
        return Objects.requireNonNull(read(List.of(endpoint), now).get(endpoint))
                .open();
    }

    /** Those of each endpoint in one query, still sealed: what is wrong with one is no other's trouble. */
    public Map<EndpointId, SealedSecrets> read(Collection<EndpointId> endpoints, Instant now) {
        Map<EndpointId, SealedSecrets> found = HashMap.newHashMap(endpoints.size());
        endpoints.forEach(endpoint -> found.put(endpoint, new SealedSecrets(endpoint, cipher)));
        jdbc.sql(ACTIVE_SECRETS)
                .param(Columns.of("uuid", endpoints, EndpointId::value))
                .param(SqlTime.of(now))
                .query(row -> {
                    Objects.requireNonNull(found.get(new EndpointId(Rows.uuid(row, "endpoint_id"))))
                            .add(
                                    new EncryptedSecret(row.getString("key_id"), row.getBytes("sealed")),
                                    Rows.instantOrNull(row, "expires_at"));
                });
        return found;
    }
}
