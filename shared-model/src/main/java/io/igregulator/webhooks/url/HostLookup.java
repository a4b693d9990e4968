package io.igregulator.webhooks.url;

import io.igregulator.webhooks.id.AccountId;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name; {@link SystemLookup} in production. */
@FunctionalInterface
public interface HostLookup {
    InetAddress[] lookup(String host) throws UnknownHostException;

    /**
     * On behalf of an account, out of its share where lookups are scarce.
     *
     * @throws LookupShortageException if the platform had no lookup to spare
     */
    default InetAddress[] lookup(String host, AccountId account) throws UnknownHostException {
        return lookup(host);
    }
}
