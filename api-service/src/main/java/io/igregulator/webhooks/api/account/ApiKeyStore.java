package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.id.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** API keys as rows: their hashes, never themselves. */
@Component
public final class ApiKeyStore {
    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(KeyId id, AccountId account, ApiKey key, Instant now) {
        jdbc.sql("INSERT INTO api_key (id, account_id, sha256, created_at) VALUES (?, ?, ?, ?)")
                .param(id.value())
                .param(account.value())
                .param(key.sha256())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public KeyRevocation revoke(AccountId account, KeyId id, Instant now) {
        return jdbc.sql("""
                        UPDATE api_key SET revoked_at = coalesce(revoked_at, ?)
                        WHERE account_id = ? AND id = ?
                        RETURNING old.revoked_at IS NULL
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(account.value())
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .map(first -> first ? KeyRevocation.REVOKED : KeyRevocation.REVOKED_BEFORE)
                .orElse(KeyRevocation.UNKNOWN);
    }

    /** Oldest first. */
    public List<IssuedKey> list(AccountId account) {
        return jdbc.sql("""
                        SELECT id, created_at, last_used_at, revoked_at
                        FROM api_key WHERE account_id = ? ORDER BY created_at, id
                        """)
                .param(account.value())
                .query(ApiKeyStore::issuedKey)
                .list();
    }

    private static IssuedKey issuedKey(ResultSet row, int number) throws SQLException {
        return new IssuedKey(
                new KeyId(row.getObject("id", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
