package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountPosition;
import io.igregulator.webhooks.api.account.FindAccounts;
import io.igregulator.webhooks.api.endpoint.NotifyAddress;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Page;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.AccountId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which accounts are asked for.
 *
 * @param text the beginning of a name, or a whole id; all accounts if empty
 */
public record AccountQuery(String text, AccountPosition after, int limit) {
    public static final String Q = "q";

    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;
    private static final Pattern SHAPE = Pattern.compile("[^\\x00]{1," + AccountFields.MAX_NAME + "}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** @throws InvalidRequest naming the first parameter that is not valid */
    public static AccountQuery of(QueryParameters parameters) {
        return new AccountQuery(
                parameters.text(Q).map(AccountQuery::text).orElse(""),
                parameters
                        .text(QueryParameters.CURSOR)
                        .map(AccountCursor::parse)
                        .orElse(AccountPosition.START),
                parameters.limit(MAX_LIMIT, DEFAULT_LIMIT));
    }

    public AccountPage run(FindAccounts find, NotifyAddress notify) {
        List<Account> found = ID.matcher(text).matches()
                ? find.byId(AccountId.parse(text))
                : find.byName(text, after, Page.rows(limit));
        Page<Account> page = Page.of(found, limit);
        Map<AccountId, URI> addresses =
                notify.of(page.shown().stream().map(Account::id).toList());
        return new AccountPage(
                page.shown().stream()
                        .map(account -> AccountView.of(account, addresses.get(account.id())))
                        .toList(),
                page.nextCursor(last -> AccountCursor.of(AccountPosition.of(last))));
    }

    private static String text(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw InvalidRequest.field(
                    Q, "'q' is empty, too long or holds U+0000", "the beginning of a name, or an id");
        }
        return text;
    }
}
