package io.igregulator.webhooks.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for a URL's text. Strict, since whatever two parsers read differently can hide an address. */
final class UrlSyntax {
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_PORT = 65535;
    private static final String PORT = "url's port must be 1 to " + MAX_PORT;
    private static final Pattern NO_PORT = Pattern.compile(":[^\\]:]*[^\\]:0-9][^\\]:]*$");
    private static final String HOST =
            "url's host must be a DNS name without a trailing dot, or an IP address in its usual spelling";

    private static final String INCOMPLETE = "url's host must be a whole DNS name, such as hooks.example.com:"
            + " one without a dot means another host in each network";

    private final UrlProperties properties;
    private final PortPolicy ports;

    UrlSyntax(UrlProperties properties) {
        this.properties = properties;
        this.ports = properties.portPolicy();
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
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new MalformedUrlException(problem(text, e.getIndex()));
        }
    }

    /** Names the character and its part of the URL, as the parser knows no more than its index. */
    private static String problem(String text, int index) {
        int authority = text.indexOf("://");
        if (authority < 0 || index < 0 || index >= text.length()) {
            return "url is not a valid URL";
        }
        int path = text.indexOf('/', authority + "://".length());
        int query = text.indexOf('?');
        char wrong = text.charAt(index);
        if (path < 0 || index < path) {
            return "url's host must not hold '" + wrong + "'";
        }
        String part = query >= 0 && index > query ? "query" : "path";
        return "url's %s must not hold '%c': percent-encode it as %%%02X".formatted(part, wrong, (int) wrong);
    }

    private static void host(URI uri) throws MalformedUrlException {
        refuseIf(uri.getRawUserInfo() != null, "url must have no user name or password");
        @Nullable String host = uri.getHost();
        if (host == null) {
            String authority = String.valueOf(uri.getRawAuthority());
            refuseIf(
                    authority.indexOf('_') >= 0,
                    "url's host must not hold an underscore: TLS has no name for such a host");
            refuseIf(NO_PORT.matcher(authority).find(), PORT);
            throw new MalformedUrlException(HOST);
        }
        refuseIf(HostName.literal(host).isEmpty() && !HostName.isName(host), HOST);
        refuseIf(HostName.isIncomplete(host), INCOMPLETE);
    }

    private void port(URI uri) throws MalformedUrlException {
        boolean empty = uri.getRawAuthority().endsWith(":");
        refuseIf(empty || uri.getPort() == 0 || uri.getPort() > MAX_PORT, PORT);
        refuseIf(!ports.permits(UrlPort.of(uri.getScheme(), uri.getPort())), "url's port must be one of " + ports);
    }

    private static void refuseIf(boolean condition, String hint) throws MalformedUrlException {
        if (condition) {
            throw new MalformedUrlException(hint);
        }
    }
}
