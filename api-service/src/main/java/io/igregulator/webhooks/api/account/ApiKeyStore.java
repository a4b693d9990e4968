package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.id.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
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

    /**
     * A key that is revoked already keeps its first time of revocation.
     *
     * @return whether the account has such a key
     */
    public boolean revoke(AccountId account, KeyId id, Instant now) {
        return jdbc.sql("""
                        UPDATE api_key SET revoked_at = coalesce(revoked_at, ?)
                        WHERE account_id = ? AND id = ?
                        """)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(account.value())
                        .param(id.value())
                        .update()
                == 1;
    }

    Optional<KnownKey> find(ApiKey key) {
        return jdbc.sql("""
                        SELECT account.id, account.plan, account.suspended_at IS NOT NULL AS suspended,
                               api_key.revoked_at IS NOT NULL AS revoked
                        FROM api_key JOIN account ON account.id = api_key.account_id
                        WHERE api_key.sha256 = ?
                        """).param(key.sha256()).query(ApiKeyStore::knownKey).optional();
    }

    private static KnownKey knownKey(ResultSet row, int number) throws SQLException {
        Caller caller = new Caller(
                new AccountId(row.getObject("id", UUID.class)),
                Plan.ofWireName(row.getString("plan")).orElseThrow());
        return new KnownKey(caller, row.getBoolean("revoked"), row.getBoolean("suspended"));
    }
}
