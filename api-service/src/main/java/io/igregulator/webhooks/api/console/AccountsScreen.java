package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.admin.AccountPage;
import java.util.List;

/**
 * Accounts by name, and the form for a new one.
 *
 * @param q the beginning of their names
 * @param once the form's key
 */
public record AccountsScreen(Frame frame, String q, AccountPage page, List<String> plans, String once, int status)
        implements Screen {
    public AccountsScreen {
        plans = List.copyOf(plans);
    }

    @Override
    public String template() {
        return "accounts";
    }
}
