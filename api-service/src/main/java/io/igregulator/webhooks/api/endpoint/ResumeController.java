package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/webhooks/{id}/resume}, and the operator's route to the same. */
@RestController
final class ResumeController {
    private static final String OPERATORS = "/operator/v1/accounts/{account_id}/webhooks/{id}/resume";

    private final ResumeEndpoint resume;
    private final AccountStore accounts;
    private final HealthReader health;

    ResumeController(ResumeEndpoint resume, AccountStore accounts, HealthReader health) {
        this.resume = resume;
        this.accounts = accounts;
        this.health = health;
    }

    @PostMapping(path = "/v1/webhooks/{id}/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResumedView resume(Caller caller, EndpointId id) {
        return view(resume.resume(caller.actor(), caller.account(), id));
    }

    @PostMapping(path = OPERATORS, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResumedView resume(Actor actor, AccountId account, EndpointId id) {
        accounts.get(account);
        return view(resume.resume(actor, account, id));
    }

    private ResumedView view(Endpoint endpoint) {
        return new ResumedView(endpoint.id().toString(), EndpointView.Health.of(health.of(endpoint)));
    }

    record ResumedView(String id, EndpointView.Health health) {}
}
