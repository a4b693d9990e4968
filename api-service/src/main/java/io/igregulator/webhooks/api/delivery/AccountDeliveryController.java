package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/accounts/{account_id}/webhooks/{id}/deliveries}: an endpoint's history as its owner sees it. */
@RestController
final class AccountDeliveryController {
    private static final String ALL = "/operator/v1/accounts/{account_id}/webhooks/{id}/deliveries";
    private static final String ONE = ALL + "/{delivery_id}";

    private final AccountStore accounts;
    private final EndpointReader endpoints;
    private final ListDeliveries list;
    private final WriteDetail detail;

    AccountDeliveryController(
            AccountStore accounts, EndpointReader endpoints, ListDeliveries list, WriteDetail detail) {
        this.accounts = accounts;
        this.endpoints = endpoints;
        this.list = list;
        this.detail = detail;
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    ListDeliveries.DeliveryPage list(AccountId account, EndpointId id, @FilterParameters QueryParameters parameters) {
        require(account, id);
        return list.list(List.of(id), DeliveryQuery.of(parameters));
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    void get(AccountId account, EndpointId id, DeliveryId delivery, HttpServletResponse response) throws IOException {
        require(account, id);
        detail.write(id, delivery, response);
    }

    private void require(AccountId account, EndpointId id) {
        accounts.get(account);
        endpoints.get(account, id);
    }
}
