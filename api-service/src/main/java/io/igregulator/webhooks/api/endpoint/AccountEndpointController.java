package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.web.IfMatch;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/accounts/{account_id}/webhooks}: an account's endpoints as their owner sees them, to be stopped and started. */
@RestController
final class AccountEndpointController {
    private static final String ALL = "/operator/v1/accounts/{account_id}/webhooks";
    private static final String ONE = ALL + "/{id}";

    private final AccountStore accounts;
    private final WriteEndpoints writeAll;
    private final ShowEndpoint show;
    private final StopEndpoint stop;

    AccountEndpointController(AccountStore accounts, WriteEndpoints writeAll, ShowEndpoint show, StopEndpoint stop) {
        this.accounts = accounts;
        this.writeAll = writeAll;
        this.show = show;
        this.stop = stop;
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    void list(
            AccountId account,
            @Takes({
                        EndpointQuery.ACTIVE,
                        EndpointQuery.EVENT,
                        EndpointQuery.Q,
                        QueryParameters.CURSOR,
                        QueryParameters.LIMIT
                    })
                    QueryParameters parameters,
            HttpServletResponse response)
            throws IOException {
        EndpointQuery query = EndpointQuery.of(parameters);
        accounts.get(account);
        writeAll.write(account, query, response);
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    EndpointView get(AccountId account, EndpointId id, HttpServletResponse response) {
        accounts.get(account);
        return show.show(account, id, response);
    }

    @PatchMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    EndpointView stop(
            Actor actor,
            AccountId account,
            EndpointId id,
            IfMatch condition,
            JsonBody body,
            HttpServletResponse response) {
        StopPatch patch = StopPatch.of(body);
        accounts.get(account);
        return show.show(stop.update(actor, account, id, condition, patch), response);
    }
}
