package io.igregulator.webhooks.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SystemLookupTest {
    private static final InetAddress[] FOUND = {InetAddress.ofLiteral("93.184.215.14")};
    private static final DnsProperties PLENTY =
            new DnsProperties(512, 64, 32, Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Test
    void givesUpOnANameThatHangsWhileOthersGoOn() throws UnknownHostException {
        CountDownLatch never = new CountDownLatch(1);
        HostLookup system = host -> host.equals("hangs.example") ? hang(never) : FOUND;
        try (SystemLookup lookup = new SystemLookup(Duration.ofMillis(50), PLENTY, system)) {
            assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> lookup.lookup("hangs.example"));
            assertThat(lookup.lookup("works.example")).containsExactly(FOUND);
        }
    }

    @Test
    void sharesOneLookupAmongThoseWhoAskForTheSameName() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger lookups = new AtomicInteger();
        HostLookup system = host -> {
            lookups.incrementAndGet();
            return hang(answer);
        };
        try (SystemLookup lookup = new SystemLookup(Duration.ofSeconds(30), PLENTY, system)) {
            List<FutureTask<InetAddress[]>> callers = Stream.generate(
                            () -> new FutureTask<>(() -> lookup.lookup("a.example")))
                    .limit(5)
                    .toList();
            List<Thread> threads =
                    callers.stream().map(Thread::startVirtualThread).toList();
            await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
            answer.countDown();

            for (FutureTask<InetAddress[]> caller : callers) {
                assertThat(caller.get()).containsExactly(FOUND);
            }
        }
        assertThat(lookups).hasValue(1);
    }

    @Test
    void asksAgainAfterAFailure() throws UnknownHostException {
        AtomicInteger lookups = new AtomicInteger();
        HostLookup system = host -> {
            if (lookups.incrementAndGet() == 1) {
                throw new UnknownHostException(host);
            }
            return FOUND;
        };
        try (SystemLookup lookup = new SystemLookup(Duration.ofSeconds(30), PLENTY, system)) {
            assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> lookup.lookup("a.example"));
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(lookup.lookup("a.example")).containsExactly(FOUND));
        }
    }

    private static InetAddress[] hang(CountDownLatch until) throws UnknownHostException {
        try {
            until.await();
            return FOUND;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted");
        }
    }
}
