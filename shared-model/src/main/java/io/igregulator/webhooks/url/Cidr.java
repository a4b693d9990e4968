package io.igregulator.webhooks.url;

import java.net.InetAddress;
import java.util.Objects;

/**
 * A block of IP addresses, {@code 10.0.0.0/8} or {@code fc00::/7}.
 *
 * @param network its first address
 * @param prefix how many leading bits all addresses of the block share
 */
public record Cidr(InetAddress network, int prefix) {
    public Cidr {
        Objects.requireNonNull(network, "network");
        if (prefix < 0 || prefix > network.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("prefix out of range: " + prefix);
        }
    }

    /** @throws IllegalArgumentException unless {@code text} is a literal address, a slash and a prefix length */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a CIDR block, such as 10.0.0.0/8: " + text);
        }
        return new Cidr(InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    boolean contains(byte[] address) {
        byte[] first = network.getAddress();
        if (address.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
            int mask = prefix - bit >= Byte.SIZE ? 0xFF : 0xFF << (Byte.SIZE - (prefix - bit));
            if (((address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }
}
