package io.igregulator.webhooks.secret;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.signature.SigningSecret;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads endpoints' unexpired secrets. */
public final class SigningSecretReader {
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
        jdbc.sql("""
                        SELECT endpoint_id, key_id, sealed, expires_at
                        FROM endpoint_secret
                        WHERE endpoint_id = ANY (?) AND (expires_at IS NULL OR expires_at > ?)
                        ORDER BY endpoint_id, generation DESC
                        """)
                .param(new SqlArrayValue(
                        "uuid", endpoints.stream().map(EndpointId::value).toArray()))
                .param(now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    @Nullable OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
                    Objects.requireNonNull(found.get(new EndpointId(row.getObject("endpoint_id", UUID.class))))
                            .add(
                                    new EncryptedSecret(row.getString("key_id"), row.getBytes("sealed")),
                                    expiresAt == null ? null : expiresAt.toInstant());
                });
        return found;
    }
}
