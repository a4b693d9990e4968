package io.igregulator.webhooks.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Stands in for DNS. */
public final class Lookups {
    private Lookups() {}

    public static HostLookup of(String... addresses) {
        InetAddress[] all = Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        return host -> all;
    }

    static HostLookup nothing() {
        return host -> {
            throw new UnknownHostException(host);
        };
    }
}
