package io.igregulator.webhooks.url;

import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the IPv4 addresses that an IPv6 address stands for, since a packet to the one may arrive at the other.
 *
 * <p>Forms whose prefix a network chooses for itself (NAT64 with a prefix of its own, 6rd) cannot be distinguished from
 * ordinary addresses: the operator of such a network excludes the prefix. 6over4 (RFC 2529) is left out: its form is
 * that of any host that was numbered by hand.
 */
final class EmbeddedIpv4 {
    private static final int LENGTH = 4;
    private static final int IPV6_LENGTH = 16;
    private static final int LAST = 12;

    /** Within these prefixes an address is another spelling of an IPv4 address and nothing else. */
    private static final List<Cidr> TRANSLATED = List.of(
            mapped(), // IPv4-mapped ::ffff:a.b.c.d, RFC 4291
            Cidr.parse("::/96"), // IPv4-compatible ::a.b.c.d, RFC 4291; :: and ::1 read as 0.0.0.0/8
            Cidr.parse("64:ff9b::/96")); // NAT64's well-known prefix, RFC 6052

    private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16"); // RFC 3056
    private static final int SIX_TO_FOUR_OFFSET = 2;

    private EmbeddedIpv4() {}

    /** None for an IPv4 address; two for an ISATAP address within a 6to4 prefix. */
    static List<byte[]> in(byte[] address) {
        List<byte[]> found = new ArrayList<>();
        if (address.length == IPV6_LENGTH) {
            if (isTranslated(address) || isIsatap(address)) {
                found.add(Arrays.copyOfRange(address, LAST, LAST + LENGTH));
            }
            if (SIX_TO_FOUR.contains(address)) {
                found.add(Arrays.copyOfRange(address, SIX_TO_FOUR_OFFSET, SIX_TO_FOUR_OFFSET + LENGTH));
            }
        }
        return found;
    }

    static boolean isTranslated(byte[] address) {
        return TRANSLATED.stream().anyMatch(block -> block.contains(address));
    }

    /** An interface identifier of 0000:5efe:a.b.c.d, under any prefix, RFC 5214; two bits of the first byte are flags. */
    private static boolean isIsatap(byte[] address) {
        return (address[8] & 0xFC) == 0 && address[9] == 0 && address[10] == 0x5E && address[11] == (byte) 0xFE;
    }

    /** Built from bytes: the JDK reads the text ::ffff:0:0 as an IPv4 address. */
    private static Cidr mapped() {
        byte[] first = new byte[IPV6_LENGTH];
        first[10] = (byte) 0xFF;
        first[11] = (byte) 0xFF;
        try {
            return new Cidr(Inet6Address.getByAddress(null, first, 0), 96);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an IPv6 address", e);
        }
    }
}
