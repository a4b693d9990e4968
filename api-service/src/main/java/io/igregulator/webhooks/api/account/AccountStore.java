package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts as rows. */
@Component
public final class AccountStore {
    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Account account) {
        jdbc.sql("INSERT INTO account (id, name, plan, requests_per_second, created_at) VALUES (?, ?, ?, ?, ?)")
                .param(account.id().value())
                .param(account.name())
                .param(account.plan().wireName())
                .param(account.requestsPerSecond())
                .param(account.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws NotFound if there is none */
    public Account get(AccountId id) {
        return query("SELECT * FROM account WHERE id = ?", id);
    }

    /**
     * Until the transaction ends nobody else passes here with this account: what is counted stays counted.
     *
     * @throws NotFound if there is none
     */
    public Account lock(AccountId id) {
        return query("SELECT * FROM account WHERE id = ? FOR NO KEY UPDATE", id);
    }

    public void update(Account account) {
        @Nullable
        OffsetDateTime suspendedAt =
                account.suspendedAt() == null ? null : account.suspendedAt().atOffset(ZoneOffset.UTC);
        jdbc.sql("UPDATE account SET name = ?, plan = ?, requests_per_second = ?, suspended_at = ? WHERE id = ?")
                .param(account.name())
                .param(account.plan().wireName())
                .param(account.requestsPerSecond())
                .param(suspendedAt)
                .param(account.id().value())
                .update();
    }

    private Account query(String sql, AccountId id) {
        return jdbc.sql(sql)
                .param(id.value())
                .query(AccountStore::account)
                .optional()
                .orElseThrow(NotFound::account);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime suspendedAt = row.getObject("suspended_at", OffsetDateTime.class);
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Plan.ofWireName(row.getString("plan")).orElseThrow(),
                row.getObject("requests_per_second", Integer.class),
                suspendedAt == null ? null : suspendedAt.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
