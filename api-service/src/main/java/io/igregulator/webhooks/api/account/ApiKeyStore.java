package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.KeyId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** API keys as rows: their hashes, never themselves. */
@Component
public final class ApiKeyStore {
    private static final String INSERT = """
            INSERT INTO api_key (id, account_id, sha256, name, scope, expires_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REVOKE = """
            UPDATE api_key SET revoked_at = coalesce(revoked_at, ?)
            WHERE account_id = ? AND id = ?
            RETURNING old.revoked_at IS NULL
            """;
    private static final String LIST = """
            SELECT id, name, scope, created_at, expires_at, last_used_at, revoked_at
            FROM api_key WHERE account_id = ? ORDER BY created_at, id
            """;

    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(KeyId id, AccountId account, ApiKey key, KeyTerms terms, Instant now) {
        jdbc.sql(INSERT)
                .param(id.value())
                .param(account.value())
                .param(key.sha256())
                .param(terms.name())
                .param(terms.scope().wireName())
                .param(terms.expiresAt() == null ? null : SqlTime.of(terms.expiresAt()))
                .param(SqlTime.of(now))
                .update();
    }

    public KeyRevocation revoke(AccountId account, KeyId id, Instant now) {
        return jdbc.sql(REVOKE)
                .param(SqlTime.of(now))
                .param(account.value())
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .map(first -> first ? KeyRevocation.REVOKED : KeyRevocation.REVOKED_BEFORE)
                .orElse(KeyRevocation.UNKNOWN);
    }

    /** Oldest first. */
    public List<IssuedKey> list(AccountId account) {
        return jdbc.sql(LIST)
                .param(account.value())
                .query(ApiKeyStore::issuedKey)
                .list();
    }

    private static IssuedKey issuedKey(ResultSet row, int number) throws SQLException {
        return new IssuedKey(
                new KeyId(Rows.uuid(row, "id")),
                new KeyTerms(
                        row.getString("name"),
                        Scope.ofWireName(row.getString("scope")).orElseThrow(),
                        Rows.instantOrNull(row, "expires_at")),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "last_used_at"),
                Rows.instantOrNull(row, "revoked_at"));
    }

    /**
     * What is known of a key, itself excepted.
     *
     * @param lastUsedAt null if it never was; up to a minute behind
     */
    public record IssuedKey(
            KeyId id,
            KeyTerms terms,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    /** The result of a revocation. */
    public enum KeyRevocation {
        REVOKED,
        /** It keeps its first time of revocation. */
        REVOKED_BEFORE,
        /** The account has no such key. */
        UNKNOWN
    }
}
