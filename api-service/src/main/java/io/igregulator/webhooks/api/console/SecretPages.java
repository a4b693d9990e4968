package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.secret.RevokeSecrets;
import io.igregulator.webhooks.api.secret.RotateSecret;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.id.EndpointId;
import org.springframework.web.bind.annotation.PostMapping;

/** A new signing secret, shown once, and the end of the older ones. A form that is sent again meets another state, and does nothing. */
@PageController
final class SecretPages {
    private final EndpointReader endpoints;
    private final RotateSecret rotate;
    private final RevokeSecrets revoke;
    private final ShowEndpointScreen show;

    SecretPages(EndpointReader endpoints, RotateSecret rotate, RevokeSecrets revoke, ShowEndpointScreen show) {
        this.endpoints = endpoints;
        this.rotate = rotate;
        this.revoke = revoke;
        this.show = show;
    }

    @PostMapping({Paths.PORTAL + Paths.ENDPOINT + "/rotate", Paths.ACCOUNT + Paths.ENDPOINT + "/rotate"})
    Shown rotate(AccountVisit visit, EndpointId id, Form form) {
        form.allowOnly(EndpointActs.TAG);
        try {
            RotateSecret.Rotated rotated = rotate.rotate(visit.caller(), id, EndpointActs.shown(form));
            String url = endpoints.get(visit.reach().id(), id).settings().url().toString();
            return new SecretScreen(
                    visit.frame("The new secret", Section.ENDPOINTS),
                    rotated.created().reveal(),
                    url,
                    visit.base() + Paths.ENDPOINTS + "/" + id);
        } catch (ApiError e) {
            return show.refused(visit, id, e);
        }
    }

    @PostMapping({Paths.PORTAL + Paths.ENDPOINT + "/revoke", Paths.ACCOUNT + Paths.ENDPOINT + "/revoke"})
    Shown revoke(AccountVisit visit, EndpointId id, Form form) {
        form.allowOnly(EndpointActs.TAG);
        try {
            revoke.revoke(visit.caller(), id, EndpointActs.shown(form));
        } catch (ApiError e) {
            return show.refused(visit, id, e);
        }
        return EndpointActs.page(visit, id, Done.SECRETS_REVOKED);
    }
}
