package io.igregulator.webhooks.url;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name; {@link SystemLookup} in production. */
@FunctionalInterface
public interface HostLookup {
    InetAddress[] lookup(String host) throws UnknownHostException;
}
