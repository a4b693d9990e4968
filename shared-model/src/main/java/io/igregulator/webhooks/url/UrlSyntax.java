package io.igregulator.webhooks.url;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The rules for a URL's text. Strict, since whatever two parsers read differently can hide an address. */
final class UrlSyntax {
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_PORT = 65535;

    private final UrlProperties properties;

    UrlSyntax(UrlProperties properties) {
        this.properties = properties;
    }

    /** @throws MalformedUrlException with a hint that says what to change */
    URI parse(String text) throws MalformedUrlException {
        refuseIf(text.isEmpty(), "url is empty");
        refuseIf(text.length() > MAX_LENGTH, "url is longer than " + MAX_LENGTH + " characters");
        refuseIf(
                text.chars().anyMatch(c -> c <= ' ' || c >= 0x7F),
                "url holds spaces, control or non-ASCII characters: percent-encode the path, write the host in punycode");
        refuseIf(text.indexOf('\\') >= 0, "url holds a backslash");
        URI uri = uri(text);
        refuseIf(!properties.permitsScheme(uri.getScheme()), "url must start with https://");
        host(uri);
        port(uri);
        refuseIf(uri.getRawFragment() != null, "url must have no fragment");
        return uri;
    }

    private static URI uri(String text) throws MalformedUrlException {
        try {
            return new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new MalformedUrlException("url is not a valid URL");
        }
    }

    private static void host(URI uri) throws MalformedUrlException {
        refuseIf(uri.getRawUserInfo() != null, "url must have no user name or password");
        @Nullable String host = uri.getHost();
        if (host == null) {
            throw new MalformedUrlException("url has no valid host name");
        }
        refuseIf(
                HostName.literal(host).isEmpty() && !HostName.isName(host),
                "url's host must be a DNS name without a trailing dot, or an IP address in its usual spelling");
    }

    private static void port(URI uri) throws MalformedUrlException {
        boolean empty = uri.getRawAuthority().endsWith(":");
        refuseIf(empty || uri.getPort() == 0 || uri.getPort() > MAX_PORT, "url's port must be 1 to " + MAX_PORT);
    }

    private static void refuseIf(boolean condition, String hint) throws MalformedUrlException {
        if (condition) {
            throw new MalformedUrlException(hint);
        }
    }
}
