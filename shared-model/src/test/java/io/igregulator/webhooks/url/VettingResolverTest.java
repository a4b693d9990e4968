package io.igregulator.webhooks.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.igregulator.webhooks.id.AccountId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VettingResolverTest {
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final AddressPolicy STRICT = new AddressPolicy(List.of());

    /** Whatever a caller asks for, and whether or not it was checked before: the lookup says loopback to every name. */
    @ParameterizedTest
    @MethodSource("io.igregulator.webhooks.url.BlockedHosts#all")
    void refusesEverySpellingOfABlockedAddress(String host) {
        VettingResolver resolver = new VettingResolver(Lookups.of("127.0.0.1"), STRICT);

        assertThatExceptionOfType(BlockedAddressException.class).isThrownBy(() -> resolver.resolve(host, ACCOUNT));
    }

    @Test
    void handsOverExactlyTheAddressesItVetted() throws UnknownHostException {
        InetAddress[] found = {InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("2606:2800:220::1")};
        VettingResolver resolver = new VettingResolver(host -> found, STRICT);

        assertThat(resolver.resolve("hooks.example.com", ACCOUNT)).containsExactly(found);
    }

    @Test
    void refusesAllIfOneOfThemIsBlocked() {
        VettingResolver resolver = new VettingResolver(Lookups.of("93.184.215.14", "::1"), STRICT);

        assertThatExceptionOfType(BlockedAddressException.class)
                .isThrownBy(() -> resolver.resolve("a.example", ACCOUNT));
    }

    @Test
    void asksAgainEachTimeSoThatAReboundNameIsCaught() throws UnknownHostException {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.215.14", "127.0.0.1"));
        VettingResolver resolver =
                new VettingResolver(host -> new InetAddress[] {InetAddress.ofLiteral(answers.pop())}, STRICT);

        assertThat(resolver.resolve("rebinding.example", ACCOUNT)).hasSize(1);
        assertThatExceptionOfType(BlockedAddressException.class)
                .isThrownBy(() -> resolver.resolve("rebinding.example", ACCOUNT));
    }
}
