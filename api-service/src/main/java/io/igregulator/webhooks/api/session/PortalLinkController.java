package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.id.AccountId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /operator/v1/accounts/{account_id}/portal_links}. It takes no Idempotency-Key: a link that was made twice
 * expires by itself, and one that was followed is of no use a second time.
 */
@RestController
final class PortalLinkController {
    private final PortalLinks links;

    PortalLinkController(PortalLinks links) {
        this.links = links;
    }

    @PostMapping(path = "/operator/v1/accounts/{account_id}/portal_links", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    PortalLink issue(Actor actor, AccountId account, JsonBody body) {
        return links.issue(actor, account, PortalLinkRequest.of(body));
    }
}
