package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import io.igregulator.webhooks.url.VettingResolver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.SslManagerBundle;

/**
 * Certificates, names, deadlines and broken connections, with both TLS implementations: receivers must not see a
 * difference.
 */
@ParameterizedClass(name = "native {0}")
@ValueSource(booleans = {true, false})
@Timeout(60)
class TlsIT {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String LAST = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
    private static final int TLS_AES_128_GCM_SHA256 = 0x1301;

    /** The {@code TLS_RSA_WITH_AES_…} of RFC 5246 and RFC 5288. */
    private static final List<Integer> RSA_KEY_EXCHANGES = List.of(0x2F, 0x35, 0x3C, 0x3D, 0x9C, 0x9D);

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(800);

    @TempDir
    static Path folder;

    private static ReceiverCertificates certificates;

    @Parameter
    private boolean nativeTls;

    @BeforeAll
    static void makeCertificates() {
        certificates = new ReceiverCertificates(folder, "EC", "RSA");
    }

    @Test
    void sendsToATrustedReceiverUnderItsOwnName() throws IOException {
        try (Receiver receiver = receiver(Receiver.repeating(OK));
                WebhookSender sender = sender(certificates.trusted(), LONG)) {
            assertThat(send(sender, receiver)).isInstanceOf(Answered.class);
            assertThat(send(sender, receiver)).isInstanceOf(Answered.class);
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"EC, TLSv1.2", "EC, TLSv1.3", "RSA, TLSv1.2", "RSA, TLSv1.3"})
    void sendsWhateverKeyAndVersionAReceiverHas(String key, String protocol) throws IOException {
        try (Receiver receiver = new Receiver(certificates.serverSocket(key, protocol), Receiver.repeating(LAST));
                WebhookSender sender = sender(certificates.trusted(), LONG)) {
            assertThat(send(sender, receiver)).isInstanceOf(Answered.class);
        }
    }

    /** A recording of such an exchange can be read once the receiver's key is known. */
    @Test
    void offersNoKeyExchangeWithoutForwardSecrecy() throws IOException {
        List<Integer> offered = new CopyOnWriteArrayList<>();
        try (Receiver receiver = new Receiver(connection -> offered.addAll(ClientHello.cipherSuites(connection)));
                WebhookSender sender = sender(certificates.trusted(), LONG)) {
            assertError(ExchangeError.TLS_FAILURE, send(sender, receiver));
        }
        assertThat(offered).contains(TLS_AES_128_GCM_SHA256).doesNotContainAnyElementsOf(RSA_KEY_EXCHANGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.example", "127.0.0.1"})
    void sendsNothingToATrustedReceiverUnderAnotherName(String name) throws IOException {
        try (Receiver receiver = receiver(Receiver.repeating(OK));
                WebhookSender sender = sender(certificates.trusted(), LONG)) {
            assertError(ExchangeError.TLS_FAILURE, send(sender, name, receiver));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    /** A session of an earlier connection must not stand in for a certificate under another name. */
    @Test
    void sendsNothingUnderAnotherNameAfterASessionUnderTheRightOne() throws IOException {
        try (Receiver receiver = receiver(Receiver.repeating(LAST));
                WebhookSender sender = sender(certificates.trusted(), LONG)) {
            assertThat(send(sender, receiver)).isInstanceOf(Answered.class);
            assertError(ExchangeError.TLS_FAILURE, send(sender, "other.example", receiver));
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void sendsNothingToAReceiverThatIsNotTrusted() throws IOException {
        try (Receiver receiver = receiver(Receiver.repeating(OK));
                WebhookSender sender = sender(TlsContexts.trustedByTheJvm(), LONG)) {
            assertError(ExchangeError.TLS_FAILURE, send(sender, receiver));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void checksACertificateOnceForConnectionsThatFollowEachOther() throws IOException {
        CountingTrust trust = new CountingTrust(certificates.trusted());
        int receivers = 12;
        try (WebhookSender sender = sender(SslManagerBundle.from(trust), LONG)) {
            Receiver[] all = new Receiver[receivers];
            for (int i = 0; i < receivers; i++) {
                all[i] = receiver(Receiver.repeating(LAST));
            }
            for (int round = 0; round < 2; round++) {
                for (Receiver receiver : all) {
                    assertThat(send(sender, receiver)).isInstanceOf(Answered.class);
                }
            }
            for (Receiver receiver : all) {
                assertThat(receiver.connections()).isEqualTo(2);
                receiver.close();
            }
        }
        assertThat(trust.checks()).isEqualTo(receivers);
    }

    @Test
    void cutsOffAReceiverThatNeverAnswers() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Receiver.Script mute = connection -> {
            try {
                connection.readRequest();
                connection.awaitClose();
            } finally {
                closed.countDown();
            }
        };
        try (Receiver receiver = receiver(mute);
                WebhookSender sender = sender(certificates.trusted(), SHORT)) {
            assertError(ExchangeError.TIMEOUT, send(sender, receiver));
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n"})
    void cutsOffAReceiverThatDripsByteByByte(String beginning) throws IOException {
        Receiver.Script dripping = connection -> {
            connection.readRequest();
            connection.write(beginning);
            while (true) {
                connection.write("x");
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        };
        try (Receiver receiver = receiver(dripping);
                WebhookSender sender = sender(certificates.trusted(), SHORT)) {
            assertError(ExchangeError.TIMEOUT, send(sender, receiver));
        }
    }

    @Test
    void countsTheStatusOfABodyThatBreaksOff() throws IOException {
        Receiver.Script breaking = connection -> {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        };
        try (Receiver receiver = receiver(breaking);
                WebhookSender sender = sender(certificates.trusted(), LONG)) {
            assertThat(send(sender, receiver))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answer -> assertThat(answer)
                                    .returns(200, Answered::status)
                                    .returns("half", Answered::bodyExcerpt));
        }
    }

    @Test
    void reportsAConnectionClosedWithoutAnAnswer() throws IOException {
        try (Receiver receiver = receiver(Receiver.Connection::readRequest);
                WebhookSender sender = sender(certificates.trusted(), LONG)) {
            assertError(ExchangeError.CONNECTION_RESET, send(sender, receiver));
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void sendsAgainOnANewConnectionWhatMetAClosedOne() throws IOException {
        Receiver.Script once = connection -> {
            connection.readRequest();
            connection.write(OK);
        };
        try (Receiver receiver = receiver(once);
                WebhookSender sender = sender(certificates.trusted(), LONG)) {
            assertThat(send(sender, receiver)).isInstanceOf(Answered.class);
            assertThat(send(sender, receiver)).isInstanceOf(Answered.class);
            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @Test
    void reportsAReceiverThatEndsTheHandshake() throws IOException {
        // All of it is read: closing with something unread would be a reset.
        try (Receiver receiver = new Receiver(ClientHello::cipherSuites);
                WebhookSender sender = sender(certificates.trusted(), LONG)) {
            assertError(ExchangeError.TLS_FAILURE, send(sender, receiver));
        }
    }

    @Test
    void reportsAReceiverThatResetsTheHandshake() throws IOException {
        Receiver.Script resetting = connection -> {
            ClientHello.cipherSuites(connection);
            connection.reset();
        };
        try (Receiver receiver = new Receiver(resetting);
                WebhookSender sender = sender(certificates.trusted(), LONG)) {
            assertError(ExchangeError.CONNECTION_RESET, send(sender, receiver));
        }
    }

    private WebhookSender sender(SslManagerBundle trust, Duration deadline) {
        return new PooledWebhookSender(
                Senders.properties(deadline),
                Senders.HTTP_ALLOWED,
                new VettingResolver(Senders.LOOPBACK, Senders.LOOPBACK_ALLOWED),
                TlsContexts.create(trust, nativeTls));
    }

    private static Receiver receiver(Receiver.Script script) throws IOException {
        return new Receiver(certificates.serverSocket("EC", "TLSv1.3"), script);
    }

    private static Exchange send(WebhookSender sender, Receiver receiver) {
        return send(sender, ReceiverCertificates.HOST, receiver);
    }

    private static Exchange send(WebhookSender sender, String host, Receiver receiver) {
        return sender.send(Senders.request(URI.create("https://" + host + ":" + receiver.port() + "/")));
    }

    private static void assertError(ExchangeError error, Exchange exchange) {
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.error()).isEqualTo(error));
    }
}
