package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.id.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts by the beginning of their name, each page by the index from where the one before it ended. */
@Component
public final class FindAccounts {
    /** A name has at most 200 characters: none that begins with a text lies behind that text and these. */
    private static final String BEHIND_ALL =
            Character.toString(Character.MAX_CODE_POINT).repeat(200);

    private static final String BY_NAME = """
            SELECT * FROM account
            WHERE lower(name) COLLATE "C" >= lower(:prefix)
              AND lower(name) COLLATE "C" <= lower(:prefix) || :behind
              AND (lower(name) COLLATE "C", id) > (lower(:name), :id)
            ORDER BY lower(name) COLLATE "C", id
            LIMIT :limit
            """;

    private final JdbcClient jdbc;

    FindAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param prefix in any case; all accounts if empty */
    public List<Account> byName(String prefix, AccountPosition after, int limit) {
        return jdbc.sql(BY_NAME)
                .param("prefix", prefix)
                .param("behind", BEHIND_ALL)
                .param("name", after.name())
                .param("id", after.id().value())
                .param("limit", limit)
                .query(AccountStore::account)
                .list();
    }

    /** None or one. */
    public List<Account> byId(AccountId id) {
        return jdbc.sql("SELECT * FROM account WHERE id = ?")
                .param(id.value())
                .query(AccountStore::account)
                .list();
    }
}
