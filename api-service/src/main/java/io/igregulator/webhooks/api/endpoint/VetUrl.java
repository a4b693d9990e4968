package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.url.UrlCheck;
import io.igregulator.webhooks.url.UrlVerdict.Accepted;
import io.igregulator.webhooks.url.UrlVerdict.Blocked;
import io.igregulator.webhooks.url.UrlVerdict.Malformed;
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

    /** @throws InvalidRequest unless the URL may be sent to */
    URI vet(String url) {
        return switch (check.check(url)) {
            case Accepted(URI uri) -> uri;
            case Malformed(String hint) ->
                throw InvalidRequest.field(EndpointFields.URL, "the URL is not acceptable", hint);
            case Blocked(String hint) -> throw InvalidRequest.blockedAddress(EndpointFields.URL, hint);
            case Unresolvable(String hint) ->
                throw InvalidRequest.field(EndpointFields.URL, "the URL's host has no address", hint);
        };
    }
}
