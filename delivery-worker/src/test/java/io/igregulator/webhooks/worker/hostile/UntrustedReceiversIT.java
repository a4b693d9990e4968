package io.igregulator.webhooks.worker.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.url.HostLookup;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that are not who they should be, or lead where nothing may go. No request may reach them. */
class UntrustedReceiversIT {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String REBINDING = "rebinding.example";

    /** The only address that may be dialled here, and a neighbour of it that stands for a private one. */
    private static final String PERMITTED = "127.0.0.1";

    private static final String PRIVATE = "127.0.0.2";

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static HostileWorker worker;
    private static final AtomicInteger REBINDING_LOOKUPS = new AtomicInteger();

    @BeforeAll
    static void start() {
        certificates = new Certificates(folder);
        HostLookup rebinding = host -> new InetAddress[] {
            InetAddress.ofLiteral(
                    host.equals(REBINDING) && REBINDING_LOOKUPS.getAndIncrement() > 0 ? PRIVATE : PERMITTED)
        };
        worker = HostileWorker.start(
                rebinding,
                "webhooks.url.allowed-cidrs=" + PERMITTED + "/32",
                "webhooks.http.ssl-bundle=receivers",
                "spring.ssl.bundle.pem.receivers.truststore.certificate=" + certificates.authority());
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @Test
    void aCertificateOfTheConfiguredAuthorityIsTrusted() throws IOException {
        try (HostileReceiver receiver = secure(certificates.signed("good.example"))) {
            assertThat(worker.recorded(worker.deliver(receiver.secureUrl("good.example"))))
                    .returns(200, RecordedAttempt::httpStatus)
                    .returns("success", RecordedAttempt::deliveryStatus);
        }
    }

    @Test
    void aSelfSignedCertificateIsNot() throws IOException {
        assertRefused(certificates.selfSigned("self.example"), "self.example");
    }

    @Test
    void anExpiredCertificateIsNot() throws IOException {
        assertRefused(certificates.expired("expired.example"), "expired.example");
    }

    @Test
    void aCertificateForAnotherNameIsNot() throws IOException {
        assertRefused(certificates.signed("someone.example"), "someone-else.example");
    }

    @Test
    void tls10IsNotSpoken() throws IOException {
        ObsoleteTls obsolete = new ObsoleteTls();
        try (HostileReceiver receiver = HostileReceiver.on(obsolete)) {
            assertError(worker.recorded(worker.deliver(receiver.secureUrl("old.example"))), "tls_failure");
            await().atMost(Duration.ofSeconds(5)).until(receiver::allConnectionsEnded);
            assertThat(obsolete.alert()).isEqualTo(ObsoleteTls.PROTOCOL_VERSION_ALERT);
        }
    }

    @Test
    void plainTextIsNotTls() throws IOException {
        try (HostileReceiver receiver = HostileReceiver.on(
                connection -> connection.writeAndWait("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))) {
            assertError(worker.recorded(worker.deliver(receiver.secureUrl("plain.example"))), "tls_failure");
        }
    }

    @Test
    void aReceiverThatNeverStartsTlsIsCutOff() throws IOException {
        try (HostileReceiver receiver = HostileReceiver.on(HostileConnection::awaitClose)) {
            assertError(worker.recorded(worker.deliver(receiver.secureUrl("mute.example"))), "timeout");
            await().atMost(Duration.ofSeconds(5)).until(receiver::allConnectionsEnded);
        }
    }

    /** The first answer closes its connection, so that the second delivery has to look the name up again. */
    @Test
    void aNameWhoseSecondResolutionIsPrivateIsNotDialledAgain() throws IOException {
        String last = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (HostileReceiver open = HostileReceiver.on(Behaviour.answering(last));
                HostileReceiver inside = inside(open.port())) {
            TestEndpoint endpoint = worker.endpoint("http://" + REBINDING + ":" + open.port() + "/hook");
            assertThat(worker.recorded(worker.deliver(endpoint))).returns(200, RecordedAttempt::httpStatus);

            assertError(worker.recorded(worker.deliver(endpoint)), "private_ip_blocked");
            assertThat(inside.connections()).isZero();
            assertThat(open.requests()).isEqualTo(1);
        }
    }

    @Test
    void aRedirectToAPrivateAddressIsNotFollowed() throws IOException {
        try (HostileReceiver inside = inside(0);
                HostileReceiver open =
                        HostileReceiver.on(Behaviour.answering("HTTP/1.1 307 Over There\r\nLocation: http://" + PRIVATE
                                + ":" + inside.port() + "/\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(worker.recorded(worker.deliver(open.url())))
                    .returns(307, RecordedAttempt::httpStatus)
                    .returns(null, RecordedAttempt::error)
                    .returns("retrying", RecordedAttempt::deliveryStatus);
            assertThat(inside.connections()).isZero();
        }
    }

    private static void assertRefused(SSLContext tls, String host) throws IOException {
        try (HostileReceiver receiver = secure(tls)) {
            assertError(worker.recorded(worker.deliver(receiver.secureUrl(host))), "tls_failure");
            assertThat(receiver.connections()).isEqualTo(1);
            assertThat(receiver.requests()).isZero();
        }
    }

    private static void assertError(RecordedAttempt attempt, String error) {
        assertThat(attempt)
                .returns(null, RecordedAttempt::httpStatus)
                .returns(error, RecordedAttempt::error)
                .returns(error, RecordedAttempt::lastError)
                .returns("retrying", RecordedAttempt::deliveryStatus);
    }

    private static HostileReceiver secure(SSLContext tls) throws IOException {
        return HostileReceiver.over(tls.getServerSocketFactory().createServerSocket(), Behaviour.answering(OK));
    }

    private static HostileReceiver inside(int port) throws IOException {
        return HostileReceiver.at(PRIVATE, port, Behaviour.answering(OK));
    }
}
