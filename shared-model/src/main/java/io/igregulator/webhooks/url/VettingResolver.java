package io.igregulator.webhooks.url;

import io.igregulator.webhooks.id.AccountId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The one place where host names become addresses: hands over what it vetted and nothing else, so that the address which
 * was vetted is the address that is dialled. It is asked for literal addresses too.
 */
public final class VettingResolver {
    private final HostLookup lookup;
    private final AddressPolicy policy;
    private final boolean loopbackPermitted;

    public VettingResolver(HostLookup lookup, AddressPolicy policy) {
        this.lookup = lookup;
        this.policy = policy;
        this.loopbackPermitted = policy.permits(InetAddress.ofLiteral("127.0.0.1"));
    }

    /**
     * @param account on whose behalf
     * @throws BlockedAddressException if any of the host's addresses is not permitted, whatever the others are; and,
     *     without a lookup, for a name that only this network could complete
     * @throws LookupShortageException if the platform had no lookup to spare
     */
    public InetAddress[] resolve(String host, AccountId account) throws UnknownHostException {
        if (HostName.isIncomplete(host) || (HostName.isLocalhost(host) && !loopbackPermitted)) {
            throw new BlockedAddressException();
        }
        InetAddress[] addresses = HostName.literal(host)
                .map(literal -> new InetAddress[] {literal})
                .orElse(null);
        if (addresses == null) {
            addresses = lookup.lookup(host, account).clone();
        }
        if (addresses.length == 0) {
            throw new UnknownHostException("no address");
        }
        if (!Arrays.stream(addresses).allMatch(policy::permits)) {
            throw new BlockedAddressException();
        }
        return addresses;
    }
}
