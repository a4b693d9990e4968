package io.igregulator.webhooks.http;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.url.UrlPort;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an endpoint's requests are sent, with what is the same in all of them composed once. Connections are shared by
 * destinations of one account, scheme, host and port, and by no others.
 */
public final class Destination {
    private final URI uri;
    private final @Nullable Route route;
    private final byte[] head;

    private Destination(URI uri, @Nullable Route route, byte[] head) {
        this.uri = uri;
        this.route = route;
        this.head = head;
    }

    /** A URL that cannot be dialled is accepted here and refused by each request: a row may be older than a rule. */
    public static Destination of(AccountId account, URI uri) {
        Objects.requireNonNull(account, "account");
        @Nullable String scheme = uri.getScheme();
        if (scheme == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return new Destination(uri, null, new byte[0]);
        }
        Route route = new Route(account, scheme.toLowerCase(Locale.ROOT), host(uri), UrlPort.of(scheme, uri.getPort()));
        return new Destination(uri, route, head(uri));
    }

    public URI uri() {
        return uri;
    }

    /** Null if the URL cannot be dialled. */
    @Nullable
    Route route() {
        return route;
    }

    /** The request line and {@code Host}. */
    byte[] head() {
        return head;
    }

    /** IPv6 literals without their brackets, as TLS and the resolver want them. */
    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static byte[] head(URI uri) {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        String query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
        String port = ascii.getPort() < 0 ? "" : ":" + ascii.getPort();
        return ("POST " + path + query + " HTTP/1.1\r\nHost: " + ascii.getHost() + port + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        // Not the path or query, which may carry the receiver's own credentials.
        return route == null ? "not dialable" : route.scheme() + "://" + route.host() + ":" + route.port();
    }
}
