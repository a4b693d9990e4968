package io.igregulator.webhooks.url;

import java.net.InetAddress;
import java.util.List;

/** Decides whether a webhook may be sent to an address. */
public final class AddressPolicy {
    private static final int IPV4_LENGTH = 4;

    private final List<Cidr> allowed;

    /** @param allowed blocks that are let through although they are special, for development */
    public AddressPolicy(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    public boolean permits(InetAddress address) {
        return allowed.stream().anyMatch(block -> block.contains(address)) || isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        if (address.length == IPV4_LENGTH) {
            return BlockedRanges.IPV4.stream().noneMatch(block -> block.contains(address));
        }
        return EmbeddedIpv4.in(address).map(AddressPolicy::isPublic).orElseGet(() -> isPublicIpv6(address));
    }

    private static boolean isPublicIpv6(byte[] address) {
        return BlockedRanges.IPV6_UNICAST.contains(address)
                && BlockedRanges.IPV6.stream().noneMatch(block -> block.contains(address));
    }
}
