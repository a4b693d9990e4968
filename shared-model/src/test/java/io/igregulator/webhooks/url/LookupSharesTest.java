package io.igregulator.webhooks.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.id.AccountId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No account and no domain takes the lookups of all others. */
class LookupSharesTest {
    private static final AccountId GREEDY = new AccountId(new UUID(0, 1));
    private static final AccountId OTHER = new AccountId(new UUID(0, 2));
    private static final InetAddress[] FOUND = {InetAddress.ofLiteral("93.184.215.14")};

    private final CountDownLatch never = new CountDownLatch(1);
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final SystemLookup lookup = new SystemLookup(
            Duration.ofMillis(200),
            new DnsProperties(8, 4, 2, Duration.ofMillis(20), Duration.ofMinutes(1)),
            this::system);

    @AfterEach
    void end() {
        never.countDown();
        lookup.close();
    }

    @Test
    void anAccountBeyondItsShareIsRefusedAndAnotherIsServed() throws UnknownHostException {
        hang(GREEDY, "a.hangs.example");
        hang(GREEDY, "b.hangs.test");

        assertThatExceptionOfType(LookupShortageException.class)
                .isThrownBy(() -> lookup.lookup("works.example", GREEDY));
        assertThat(lookup.lookup("works.example", OTHER)).containsExactly(FOUND);
    }

    @Test
    void aDomainBeyondItsShareIsRefusedToEveryAccountAndOthersAreServed() throws UnknownHostException {
        for (int i = 0; i < 4; i++) {
            hang(new AccountId(new UUID(1, i)), "n" + i + ".hangs.example");
        }

        assertThatExceptionOfType(LookupShortageException.class)
                .isThrownBy(() -> lookup.lookup("n5.hangs.example", OTHER));
        assertThat(lookup.lookup("works.test", OTHER)).containsExactly(FOUND);
    }

    @Test
    void aPlaceIsFreeAgainOnlyWhenTheSystemHasGivenUp() {
        hang(GREEDY, "a.hangs.example");
        hang(GREEDY, "b.hangs.example");

        never.countDown();

        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(lookup.lookup("works.example", GREEDY)).containsExactly(FOUND));
    }

    @Test
    void aNameThatWasNotAnsweredInTimeIsNotAskedForAgainAtOnce() {
        hang(GREEDY, "a.hangs.example");
        never.countDown();

        hang(GREEDY, "a.hangs.example");
        hang(OTHER, "a.hangs.example");

        assertThat(asked.get("a.hangs.example")).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a.b.example.com, example.com",
        "EXAMPLE.com, example.com",
        "a.example.co.uk, example.co.uk",
        "example.co.uk, example.co.uk",
        "hooks.example.de, example.de",
        "localhost, localhost"
    })
    void theParentDomainIsAboutWhatOneRegistrantHolds(String host, String parent) {
        assertThat(ParentDomain.of(host)).isEqualTo(parent);
    }

    /** As a receiver's DNS failure, which is not a shortage of ours. */
    private void hang(AccountId account, String host) {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> lookup.lookup(host, account))
                .isNotInstanceOf(LookupShortageException.class);
    }

    private InetAddress[] system(String host) throws UnknownHostException {
        asked.computeIfAbsent(host, key -> new AtomicInteger()).incrementAndGet();
        if (!host.contains("hangs")) {
            return FOUND;
        }
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
    }
}
