package io.igregulator.webhooks.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    /** Neighbours of blocked ranges, and embedded forms of ordinary addresses. */
    static final List<String> PUBLIC = List.of(
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "168.63.129.15",
            "168.63.129.17",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2600::1",
            "2606:4700::1111",
            "2001:200::1",
            "2a00:1450::1",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
            "2002:808:808::1",
            "2600::5efe:8.8.8.8",
            "2600::5eff:7f00:1",
            "2600::1:5efe:7f00:1");

    private final AddressPolicy policy = new AddressPolicy(List.of());

    @ParameterizedTest
    @MethodSource("io.igregulator.webhooks.url.BlockedHosts#literals")
    void blocksEverySpecialAddress(String literal) {
        assertThat(policy.permits(address(literal))).isFalse();
    }

    @ParameterizedTest
    @FieldSource("PUBLIC")
    void permitsOrdinaryAddresses(String literal) {
        assertThat(policy.permits(address(literal))).isTrue();
    }

    @Test
    void looksThroughAMappedAddressThatTheJdkLeftAsIpv6() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF, 127, 0, 0, 1};

        assertThat(policy.permits(Inet6Address.getByAddress(null, mapped, 0))).isFalse();
    }

    @Test
    void permitsABlockedAddressOnlyWithinTheAllowedBlocks() {
        AddressPolicy development = new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8")));

        assertThat(development.permits(address("127.0.0.1"))).isTrue();
        assertThat(development.permits(address("::1"))).isFalse();
        assertThat(development.permits(address("10.0.0.1"))).isFalse();
    }

    /** However the address is written: a packet to each of these may arrive at the excluded host. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.215.14",
                "64:ff9b::93.184.215.14",
                "::93.184.215.14",
                "2002:5db8:d70e::1",
                "2600::5efe:93.184.215.14",
                "2600:ffff::1"
            })
    void blocksPublicAddressesThatAreExcluded(String literal) {
        List<Cidr> excluded = List.of(Cidr.parse("93.184.215.0/24"), Cidr.parse("2600:ffff::/32"));

        assertThat(new AddressPolicy(List.of(), excluded).permits(address(literal)))
                .isFalse();
        assertThat(new AddressPolicy(List.of(Cidr.parse("0.0.0.0/0"), Cidr.parse("::/0")), excluded)
                        .permits(address(literal)))
                .isFalse();
        assertThat(new AddressPolicy(List.of(), excluded).permits(address("93.184.216.14")))
                .isTrue();
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal.replace("[", "").replace("]", ""));
    }
}
