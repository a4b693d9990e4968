package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import io.igregulator.webhooks.url.HostLookup;
import io.igregulator.webhooks.url.VettingResolver;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One deadline for everything, however slowly a receiver goes about it. */
@ParameterizedClass
@EnumSource
@Timeout(30)
class DeadlineIT {
    private final Transport transport;

    private static final Duration SHORT = Duration.ofMillis(400);

    DeadlineIT(Transport transport) {
        this.transport = transport;
    }

    @Test
    void cutsOffAReceiverThatNeverAnswers() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (Receiver receiver = transport.receiver(connection -> {
                    connection.readRequest();
                    awaitClose(connection, closed);
                });
                WebhookSender sender = transport.sender(SHORT)) {
            assertTimedOut(sender.send(Senders.request(receiver.uri())));
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Every byte comes in time; only all of them together do not. */
    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n"})
    void cutsOffAReceiverThatDripsByteByByte(String beginning) throws IOException {
        try (Receiver receiver = transport.receiver(connection -> {
                    connection.readRequest();
                    connection.write(beginning);
                    drip(connection);
                });
                WebhookSender sender = transport.sender(SHORT)) {
            assertTimedOut(sender.send(Senders.request(receiver.uri())));
        }
    }

    @Test
    void cutsOffAReceiverThatOnlyEverSaysContinue() throws IOException {
        try (Receiver receiver = transport.receiver(connection -> {
                    connection.readRequest();
                    while (true) {
                        connection.write("HTTP/1.1 103 Early Hints\r\n\r\n");
                        pause();
                    }
                });
                WebhookSender sender = transport.sender(SHORT)) {
            assertTimedOut(sender.send(Senders.request(receiver.uri())));
        }
    }

    @Test
    void cutsOffAReceiverThatAcceptsAndNeverStartsTls() throws IOException {
        try (Receiver receiver = new Receiver(Receiver.Connection::awaitClose);
                WebhookSender sender = transport.sender(SHORT)) {
            URI tls = URI.create("https://127.0.0.1:" + receiver.port() + "/");

            assertTimedOut(sender.send(Senders.request(tls)));
        }
    }

    @Test
    void doesNotWaitForALookupThatHangs() throws IOException {
        HostLookup hangs = host -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        try (WebhookSender sender = transport.sender(SHORT, new VettingResolver(hangs, Senders.LOOPBACK_ALLOWED))) {
            assertTimedOut(sender.send(Senders.request(URI.create("http://hangs.example/"))));
        }
    }

    @Test
    void leavesNoInterruptBehindAndGoesOnSending() throws IOException {
        AtomicInteger turn = new AtomicInteger();
        try (Receiver receiver = transport.receiver(connection -> {
                    connection.readRequest();
                    if (turn.getAndIncrement() % 2 == 1) {
                        connection.write("HTTP/1.1 204 No Content\r\n\r\n");
                    }
                    connection.awaitClose();
                });
                WebhookSender sender = transport.sender(SHORT)) {
            assertTimedOut(sender.send(Senders.request(receiver.uri())));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(sender.send(Senders.request(receiver.uri()))).isInstanceOf(Answered.class);
        }
    }

    @Test
    void reportsItsOwnStopAsSuchAndKeepsTheInterrupt() throws Exception {
        try (Receiver receiver = transport.receiver(connection -> {
                    connection.readRequest();
                    connection.awaitClose();
                });
                WebhookSender sender = transport.sender();
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> interrupted = caller.submit(() -> {
                Exchange exchange = sender.send(Senders.request(receiver.uri()));
                assertThat(exchange)
                        .isInstanceOfSatisfying(
                                Unanswered.class,
                                unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.INTERRUPTED));
                return Thread.currentThread().isInterrupted();
            });
            await().until(() -> receiver.requests().size() == 1);
            caller.shutdownNow();

            assertThat(interrupted.get()).isTrue();
        }
    }

    @Test
    void closingTheSenderEndsWhatIsInFlight() throws Exception {
        WebhookSender sender = transport.sender();
        try (Receiver receiver = transport.receiver(connection -> {
                    connection.readRequest();
                    connection.awaitClose();
                });
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Exchange> exchange = caller.submit(() -> sender.send(Senders.request(receiver.uri())));
            await().until(() -> receiver.requests().size() == 1);
            sender.close();

            assertInterrupted(exchange.get());
            assertInterrupted(sender.send(Senders.request(receiver.uri())));
        }
    }

    private static void assertInterrupted(Exchange exchange) {
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.INTERRUPTED));
    }

    private static void assertTimedOut(Exchange exchange) {
        assertThat(exchange).isInstanceOfSatisfying(Unanswered.class, unanswered -> {
            assertThat(unanswered.error()).isEqualTo(ExchangeError.TIMEOUT);
            assertThat(unanswered.latency()).isGreaterThanOrEqualTo(SHORT);
        });
    }

    private static void awaitClose(Receiver.Connection connection, CountDownLatch closed) throws IOException {
        try {
            connection.awaitClose();
        } finally {
            closed.countDown();
        }
    }

    private static void drip(Receiver.Connection connection) throws IOException {
        while (true) {
            connection.write("x");
            pause();
        }
    }

    /** The receiver's own slowness, not the test's waiting. */
    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
}
