package io.igregulator.webhooks.url;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.url.UrlVerdict.Accepted;
import io.igregulator.webhooks.url.UrlVerdict.Blocked;
import io.igregulator.webhooks.url.UrlVerdict.Malformed;
import io.igregulator.webhooks.url.UrlVerdict.Unchecked;
import io.igregulator.webhooks.url.UrlVerdict.Unresolvable;
import java.net.URI;
import java.net.UnknownHostException;

/** Checks a URL, DNS included, when an endpoint is created or its URL is changed. */
public final class UrlCheck {
    private final UrlSyntax syntax;
    private final VettingResolver resolver;

    /** @param resolver the one that the sender dials through, so that both go by the same rules */
    public UrlCheck(UrlProperties properties, VettingResolver resolver) {
        this.syntax = new UrlSyntax(properties);
        this.resolver = resolver;
    }

    /** @param account on whose behalf */
    public UrlVerdict check(String text, AccountId account) {
        try {
            URI uri = syntax.parse(text);
            return resolve(uri, account);
        } catch (MalformedUrlException e) {
            return new Malformed(String.valueOf(e.getMessage()));
        }
    }

    private UrlVerdict resolve(URI uri, AccountId account) {
        try {
            resolver.resolve(uri.getHost(), account);
            return new Accepted(uri);
        } catch (BlockedAddressException e) {
            return new Blocked("url must lead to public addresses only");
        } catch (LookupShortageException e) {
            return new Unchecked();
        } catch (UnknownHostException e) {
            return new Unresolvable("url's host could not be resolved");
        }
    }
}
