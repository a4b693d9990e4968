package io.igregulator.webhooks.url;

import java.net.InetAddress;
import java.util.List;

/** Decides whether a webhook may be sent to an address. */
public final class AddressPolicy {
    private static final int IPV4_LENGTH = 4;

    private final List<Cidr> allowed;
    private final List<Cidr> blocked;

    /** @param allowed blocks that are let through although they are special, for development */
    public AddressPolicy(List<Cidr> allowed) {
        this(allowed, List.of());
    }

    /**
     * @param allowed blocks that are let through although they are special, for development
     * @param blocked blocks that are refused although they are public; they count more than the allowed ones
     */
    public AddressPolicy(List<Cidr> allowed, List<Cidr> blocked) {
        this.allowed = List.copyOf(allowed);
        this.blocked = List.copyOf(blocked);
    }

    public boolean permits(InetAddress address) {
        return !isExcluded(address.getAddress())
                && (allowed.stream().anyMatch(block -> block.contains(address)) || isPublic(address.getAddress()));
    }

    private boolean isExcluded(byte[] address) {
        return blocked.stream().anyMatch(block -> block.contains(address))
                || EmbeddedIpv4.in(address).stream().anyMatch(this::isExcluded);
    }

    private static boolean isPublic(byte[] address) {
        if (address.length == IPV4_LENGTH) {
            return BlockedRanges.IPV4.stream().noneMatch(block -> block.contains(address));
        }
        return EmbeddedIpv4.in(address).stream().allMatch(AddressPolicy::isPublic)
                && (EmbeddedIpv4.isTranslated(address) || isPublicIpv6(address));
    }

    private static boolean isPublicIpv6(byte[] address) {
        return BlockedRanges.IPV6_UNICAST.contains(address)
                && BlockedRanges.IPV6.stream().noneMatch(block -> block.contains(address));
    }
}
