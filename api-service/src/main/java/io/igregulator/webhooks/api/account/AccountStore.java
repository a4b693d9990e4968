package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts as rows. */
@Component
public final class AccountStore {
    private static final String UPDATE = """
            UPDATE account
            SET name = ?, plan = ?, requests_per_second = ?, suspended_at = ?, deliveries_suspended_at = ?
            WHERE id = ?
            """;

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
                .param(SqlTime.of(account.createdAt()))
                .update();
    }

    /** @throws NotFound if there is none */
    public Account get(AccountId id) {
        return query("SELECT * FROM account WHERE id = ?", id);
    }

    /**
     * Until the transaction ends no other one passes here with this account: what is counted stays counted.
     *
     * @throws NotFound if there is none
     */
    public Account lock(AccountId id) {
        return query("SELECT * FROM account WHERE id = ? FOR NO KEY UPDATE", id);
    }

    public void update(Account account) {
        jdbc.sql(UPDATE)
                .param(account.name())
                .param(account.plan().wireName())
                .param(account.requestsPerSecond())
                .param(account.suspendedAt() == null ? null : SqlTime.of(account.suspendedAt()))
                .param(account.deliveriesSuspendedAt() == null ? null : SqlTime.of(account.deliveriesSuspendedAt()))
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

    static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(Rows.uuid(row, "id")),
                row.getString("name"),
                Plan.ofWireName(row.getString("plan")).orElseThrow(),
                row.getObject("requests_per_second", Integer.class),
                Rows.instantOrNull(row, "suspended_at"),
                Rows.instantOrNull(row, "deliveries_suspended_at"),
                Rows.instant(row, "created_at"));
    }
}
