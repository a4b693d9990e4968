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
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Refuses a URL that deliveries must not go to. It asks the DNS: never call it while a transaction holds rows. */
@Component
final class VetUrl {
    private final UrlCheck check;
    private final Counter blocked;

    VetUrl(UrlCheck check, MeterRegistry registry) {
        this.check = check;
        this.blocked = Counter.builder("webhook.ssrf.blocked")
                .description("URLs refused because they lead to an address that nothing may be sent to")
                .tag("where", "set")
                .register(registry);
    }

    /**
     * @param account on whose behalf
     * @throws InvalidRequest unless the URL may be sent to
     * @throws Unavailable if that cannot be known at the moment
     */
    URI vet(String url, AccountId account) {
        return vet(EndpointFields.URL, url, account);
    }

    /** @param field to blame */
    URI vet(String field, String url, AccountId account) {
        return switch (check.check(url, account)) {
            case Accepted(URI uri) -> uri;
            case Malformed(String hint) -> throw InvalidRequest.field(field, "the URL is not acceptable", hint);
            case Blocked(String hint) -> {
                blocked.increment();
                throw InvalidRequest.blockedAddress(field, hint);
            }
            case Unresolvable(String hint) -> throw InvalidRequest.field(field, "the URL's host has no address", hint);
            case Unchecked() -> throw Unavailable.lookups();
        };
    }
}
