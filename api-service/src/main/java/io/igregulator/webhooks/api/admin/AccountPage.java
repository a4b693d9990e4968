package io.igregulator.webhooks.api.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some accounts, by name.
 *
 * @param nextCursor null on the last page
 */
public record AccountPage(
        List<AccountView> accounts, @Nullable String nextCursor) {
    public AccountPage {
        accounts = List.copyOf(accounts);
    }
}
