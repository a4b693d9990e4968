package io.igregulator.webhooks.url;

import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that no webhook may reach: everything in the IANA special-purpose registries that is not an ordinary host of
 * the internet, and cloud metadata services that lie outside of them.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA IPv4 special-purpose registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA IPv6 special-purpose registry</a>
 */
final class BlockedRanges {
    static final List<Cidr> IPV4 = blocks(
            "0.0.0.0/8", // "this network" and unspecified, RFC 791 and RFC 1122
            "10.0.0.0/8", // private, RFC 1918
            "100.64.0.0/10", // shared address space (CGNAT), RFC 6598; Alibaba Cloud metadata 100.100.100.200
            "127.0.0.0/8", // loopback, RFC 1122
            "168.63.129.16/32", // Azure's platform address (WireServer), public by number only
            "169.254.0.0/16", // link-local, RFC 3927; metadata 169.254.169.254 of nearly every cloud
            "172.16.0.0/12", // private, RFC 1918
            "192.0.0.0/24", // IETF protocol assignments, RFC 6890; Oracle Cloud metadata 192.0.0.192
            "192.0.2.0/24", // documentation TEST-NET-1, RFC 5737
            "192.31.196.0/24", // AS112, RFC 7535
            "192.52.193.0/24", // automatic multicast tunneling, RFC 7450
            "192.88.99.0/24", // 6to4 relay anycast, deprecated by RFC 7526
            "192.168.0.0/16", // private, RFC 1918
            "192.175.48.0/24", // AS112 direct delegation, RFC 7534
            "198.18.0.0/15", // benchmarking, RFC 2544
            "198.51.100.0/24", // documentation TEST-NET-2, RFC 5737
            "203.0.113.0/24", // documentation TEST-NET-3, RFC 5737
            "224.0.0.0/4", // multicast, RFC 5771
            "240.0.0.0/4", // reserved, RFC 1112; limited broadcast 255.255.255.255, RFC 919
            "255.255.255.255/32");

    /** Within {@link #IPV6_UNICAST}; what lies outside of it is blocked as a whole. */
    static final List<Cidr> IPV6 = blocks(
            "2001::/23", // IETF protocol assignments, RFC 2928: Teredo 2001::/32 (RFC 4380), benchmarking 2001:2::/48
            // (RFC 5180), ORCHID 2001:10::/28 (RFC 4843) and 2001:20::/28 (RFC 7343), DRIP 2001:30::/28 (RFC 9374)
            "2001:db8::/32", // documentation, RFC 3849
            "2620:4f:8000::/48", // AS112 direct delegation, RFC 7534
            "3ffe::/16", // the former 6bone, RFC 3701
            "3fff::/20"); // documentation, RFC 9637

    /**
     * The only block from which global unicast is assigned (RFC 4291, IANA IPv6 address space registry). Outside lie the
     * unspecified and loopback addresses, ::/96 and ::ffff:0:0/96, NAT64 64:ff9b::/96 (RFC 6052) and 64:ff9b:1::/48
     * (RFC 8215), discard-only 100::/64 (RFC 6666), SRv6 5f00::/16 (RFC 9602), unique local fc00::/7 (RFC 4193; AWS
     * metadata fd00:ec2::254), link-local fe80::/10 (RFC 4291), site-local fec0::/10 (RFC 3879), multicast ff00::/8.
     */
    static final Cidr IPV6_UNICAST = Cidr.parse("2000::/3");

    private BlockedRanges() {}

    private static List<Cidr> blocks(String... blocks) {
        return Stream.of(blocks).map(Cidr::parse).toList();
    }
}
