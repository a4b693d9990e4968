package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.Account;
import java.util.List;

/**
 * One account, as the operator manages it.
 *
 * @param notifyUrl empty without one
 */
public record AccountScreen(Frame frame, Account account, String notifyUrl, List<String> plans, int status)
        implements Screen {
    public AccountScreen {
        plans = List.copyOf(plans);
    }

    @Override
    public String template() {
        return "account";
    }
}
