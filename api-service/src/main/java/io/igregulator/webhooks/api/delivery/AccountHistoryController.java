package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.AccountId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/deliveries} and the operator's: the history of an account's endpoints. */
@RestController
final class AccountHistoryController {
    private final AccountStore accounts;
    private final ChooseEndpoints choose;
    private final ListDeliveries list;

    AccountHistoryController(AccountStore accounts, ChooseEndpoints choose, ListDeliveries list) {
        this.accounts = accounts;
        this.choose = choose;
        this.list = list;
    }

    @GetMapping(path = "/v1/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
    ListDeliveries.DeliveryPage list(Caller caller, @AccountFilterParameters QueryParameters parameters) {
        return page(caller.account(), parameters);
    }

    @GetMapping(path = "/operator/v1/accounts/{account_id}/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
    ListDeliveries.DeliveryPage listForOperator(
            AccountId account, @AccountFilterParameters QueryParameters parameters) {
        accounts.get(account);
        return page(account, parameters);
    }

    private ListDeliveries.DeliveryPage page(AccountId account, QueryParameters parameters) {
        DeliveryQuery query = DeliveryQuery.of(parameters);
        return list.list(choose.of(account, parameters), query);
    }
}
