package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Reach.OneAccount;
import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.servlet.HandlerMapping;

/** Which account a page is about: that of the portal's session, or on the operator's side that of the path. */
record FindAccountVisit(AccountStore accounts) {
    /** @throws NotFound if there is no such account, or the visitor may not see it */
    AccountVisit of(Visit visit, HttpServletRequest request) {
        OneAccount reach = visit.reach().within(visit.reach().account().orElseGet(() -> ofPath(request)));
        Account account = accounts.get(reach.id());
        return new AccountVisit(visit, reach, account);
    }

    private static AccountId ofPath(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("account_id") instanceof String text) {
            try {
                return AccountId.parse(text);
            } catch (IllegalArgumentException e) {
                throw NotFound.account();
            }
        }
        throw NotFound.account();
    }
}
