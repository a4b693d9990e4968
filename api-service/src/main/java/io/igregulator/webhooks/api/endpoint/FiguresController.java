package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.figures.ReadFigures;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.api.web.TimeSpan;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/webhooks/{id}/figures}, and the operator's route to the same: what came of attempts, by minute or hour. */
@RestController
final class FiguresController {
    private static final String OPERATORS = "/operator/v1/accounts/{account_id}/webhooks/{id}/figures";

    private final EndpointReader endpoints;
    private final AccountStore accounts;
    private final ReadFigures figures;
    private final InstantSource clock;

    FiguresController(EndpointReader endpoints, AccountStore accounts, ReadFigures figures, InstantSource clock) {
        this.endpoints = endpoints;
        this.accounts = accounts;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/webhooks/{id}/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    FiguresView show(
            Caller caller,
            EndpointId id,
            @Takes({TimeSpan.SINCE, TimeSpan.UNTIL, FiguresQuery.STEP}) QueryParameters parameters) {
        return show(caller.account(), id, FiguresQuery.of(parameters, clock.instant()));
    }

    @GetMapping(path = OPERATORS, produces = MediaType.APPLICATION_JSON_VALUE)
    FiguresView show(
            AccountId account,
            EndpointId id,
            @Takes({TimeSpan.SINCE, TimeSpan.UNTIL, FiguresQuery.STEP}) QueryParameters parameters) {
        FiguresQuery query = FiguresQuery.of(parameters, clock.instant());
        accounts.get(account);
        return show(account, id, query);
    }

    private FiguresView show(AccountId account, EndpointId id, FiguresQuery query) {
        endpoints.get(account, id);
        return FiguresView.of(query, figures.bySpan(id, query.since(), query.until(), query.step()));
    }
}
