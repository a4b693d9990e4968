package io.igregulator.webhooks.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.igregulator.webhooks.id.AccountId;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AbsoluteNamesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final DnsProperties PLENTY =
            new DnsProperties(512, 64, 32, Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** A search domain would lead to a host of this network, and show that there is one. */
    @Test
    void noSearchDomainCompletesAName() {
        String host = "broker." + RecordingResolver.SEARCHED;
        try (SystemLookup lookup = new SystemLookup(TIMEOUT, PLENTY)) {
            VettingResolver resolver = new VettingResolver(lookup, new AddressPolicy(List.of()));

            assertThatExceptionOfType(UnknownHostException.class)
                    .isThrownBy(() -> resolver.resolve(host, ACCOUNT))
                    .isNotInstanceOf(BlockedAddressException.class);
        }
        assertThat(RecordingResolver.ASKED).contains(host + ".").doesNotContain(host);
    }

    /** It is in the hosts file, which has no names with a dot at the end. */
    @Test
    void localhostIsFoundWhereDevelopmentAllowsIt() throws UnknownHostException {
        try (SystemLookup lookup = new SystemLookup(TIMEOUT, PLENTY)) {
            AddressPolicy development = new AddressPolicy(List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1/128")));

            assertThat(new VettingResolver(lookup, development).resolve("localhost", ACCOUNT))
                    .isNotEmpty();
        }
    }
}
