package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.error.Unavailable;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.url.UrlCheck;
import io.igregulator.webhooks.url.UrlVerdict.Accepted;
import io.igregulator.webhooks.url.UrlVerdict.Blocked;
import io.igregulator.webhooks.url.UrlVerdict.Malformed;
import io.igregulator.webhooks.url.UrlVerdict.Unchecked;
import io.igregulator.webhooks.url.UrlVerdict.Unresolvable;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Refuses a URL that deliveries must not go to. It asks the DNS: never call it while a transaction holds rows. */
@Component
final class VetUrl {
    private final UrlCheck check;

    VetUrl(UrlCheck check) {
        this.check = check;
    }

    /**
     * @param account on whose behalf
     * @throws InvalidRequest unless the URL may be sent to
     * @throws Unavailable if that cannot be known at the moment
     */
    URI vet(String url, AccountId account) {
        return switch (check.check(url, account)) {
            case Accepted(URI uri) -> uri;
            case Malformed(String hint) ->
                throw InvalidRequest.field(EndpointFields.URL, "the URL is not acceptable", hint);
            case Blocked(String hint) -> throw InvalidRequest.blockedAddress(EndpointFields.URL, hint);
            case Unresolvable(String hint) ->
                throw InvalidRequest.field(EndpointFields.URL, "the URL's host has no address", hint);
            case Unchecked() -> throw Unavailable.lookups();
        };
    }
}
