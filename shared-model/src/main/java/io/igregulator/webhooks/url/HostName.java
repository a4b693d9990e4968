package io.igregulator.webhooks.url;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Classifies the spelling of a URL's host. */
final class HostName {
    private static final int MAX_LENGTH = 253;
    private static final Pattern DOTTED_QUAD = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    /** What the URL standard takes for an IPv4 address: a last label of digits, or of hexadecimal digits after 0x. */
    private static final Pattern NUMERIC_LAST_LABEL = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

    private HostName() {}

    /** The address of a literal in its one canonical spelling, with or without brackets; empty for anything else. */
    static Optional<InetAddress> literal(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        boolean ipv6 = bare.indexOf(':') >= 0 && bare.indexOf('%') < 0;
        if (!ipv6 && !DOTTED_QUAD.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is a name, and no odd spelling of an address ({@code 127.1}, {@code 0x7f000001}, {@code 017700000001}). */
    static boolean isName(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.length() <= MAX_LENGTH
                && NAME.matcher(lower).matches()
                && !NUMERIC_LAST_LABEL.matcher(lower).matches();
    }

    /** Whether it is a name that search domains would complete, so that it means another host in each network. */
    static boolean isIncomplete(String host) {
        return host.indexOf('.') < 0 && literal(host).isEmpty() && !isLocalhost(host);
    }

    /** Names that mean the machine itself whatever a DNS server says, RFC 6761. */
    static boolean isLocalhost(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals("localhost") || lower.endsWith(".localhost");
    }
}
