package io.igregulator.webhooks.url;

import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the IPv4 address that an IPv6 address stands for, since a packet to the one may arrive at the other. */
final class EmbeddedIpv4 {
    private static final int LENGTH = 4;

    private static final List<Form> FORMS = List.of(
            new Form(mapped(), 12), // IPv4-mapped ::ffff:a.b.c.d, RFC 4291
            new Form(Cidr.parse("::/96"), 12), // IPv4-compatible ::a.b.c.d, RFC 4291; :: and ::1 read as 0.0.0.0/8
            new Form(Cidr.parse("64:ff9b::/96"), 12), // NAT64's well-known prefix, RFC 6052
            new Form(Cidr.parse("2002::/16"), 2)); // 6to4, RFC 3056

    private EmbeddedIpv4() {}

    static Optional<byte[]> in(byte[] ipv6) {
        return FORMS.stream()
                .filter(form -> form.block.contains(ipv6))
                .findFirst()
                .map(form -> Arrays.copyOfRange(ipv6, form.offset, form.offset + LENGTH));
    }

    /** Built from bytes: the JDK reads the text ::ffff:0:0 as an IPv4 address. */
    private static Cidr mapped() {
        byte[] first = new byte[16];
        first[10] = (byte) 0xFF;
        first[11] = (byte) 0xFF;
        try {
            return new Cidr(Inet6Address.getByAddress(null, first, 0), 96);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an IPv6 address", e);
        }
    }

    private record Form(Cidr block, int offset) {}
}
