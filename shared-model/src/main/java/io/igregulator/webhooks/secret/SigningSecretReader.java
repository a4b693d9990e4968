package io.igregulator.webhooks.secret;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.signature.SigningSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads an endpoint's unexpired secrets, newest first, in the clear and ready to sign. */
public final class SigningSecretReader {
    private final JdbcClient jdbc;
    private final SecretCipher cipher;

    public SigningSecretReader(JdbcClient jdbc, SecretCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    public List<SigningSecret> read(EndpointId endpoint, Instant now) {
        return jdbc.sql("""
                        SELECT key_id, sealed, expires_at
                        FROM endpoint_secret
                        WHERE endpoint_id = ? AND (expires_at IS NULL OR expires_at > ?)
                        ORDER BY generation DESC
                        """)
                .param(endpoint.value())
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> open(row, endpoint))
                .list();
    }

    private SigningSecret open(ResultSet row, EndpointId endpoint) throws SQLException {
        EncryptedSecret sealed = new EncryptedSecret(row.getString("key_id"), row.getBytes("sealed"));
        @Nullable OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        return SigningSecret.of(
                cipher.decrypt(sealed, endpoint).reveal(), expiresAt == null ? null : expiresAt.toInstant());
    }
}
