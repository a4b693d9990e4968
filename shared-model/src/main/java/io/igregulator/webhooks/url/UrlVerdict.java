package io.igregulator.webhooks.url;

import java.net.URI;

/** What came of checking a URL. Hints are for the integrator and name no address. */
public sealed interface UrlVerdict {
    /** May be stored and sent to; it will be vetted again whenever it is dialled. */
    record Accepted(URI uri) implements UrlVerdict {}

    /** Not a URL that the platform takes. */
    record Malformed(String hint) implements UrlVerdict {}

    /** Leads to an address that is private or otherwise special. */
    record Blocked(String hint) implements UrlVerdict {}

    /** Its host has no address, or none was found in time. */
    record Unresolvable(String hint) implements UrlVerdict {}

    /** The platform had no lookup to spare; nothing is known of the URL's host. */
    record Unchecked() implements UrlVerdict {}
}
