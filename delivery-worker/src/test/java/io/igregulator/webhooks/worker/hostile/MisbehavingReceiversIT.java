package io.igregulator.webhooks.worker.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each misbehaviour is named in the rows, ends by the deadline, is not listened to for long, and harms no other endpoint:
 * plain and by both providers of TLS.
 */
@ParameterizedClass
@EnumSource
class MisbehavingReceiversIT {
    private static final int AT_ONCE = 5;

    /** The limit on the wire is 128 KiB; the rest is what the buffers of both sockets hold. */
    private static final long MOST_BYTES = 1024 * 1024;

    private static final Duration SLACK = Duration.ofSeconds(1);

    private static final String HOST = "hostile.example";

    /** What the receivers speak below HTTP, and which provider the worker answers with. */
    enum Speech {
        PLAIN,
        JDK_TLS,
        BORING_SSL
    }

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static SSLContext identity;
    private static Receiver healthy;

    @SuppressWarnings("NullAway.Init") // Started before each invocation of the class.
    private static HostileWorker worker;

    private final Speech speech;

    MisbehavingReceiversIT(Speech speech) {
        this.speech = speech;
    }

    @BeforeAll
    static void makeCertificates() {
        certificates = new Certificates(folder);
        identity = certificates.signed(HOST);
        healthy = Receiver.start();
    }

    @BeforeParameterizedClassInvocation
    static void start(Speech speech) {
        worker = HostileWorker.start(
                HostileWorker.LOOPBACK,
                "webhooks.http.native-tls=" + (speech == Speech.BORING_SSL),
                "webhooks.http.ssl-bundle=receivers",
                "spring.ssl.bundle.pem.receivers.truststore.certificate=" + certificates.authority());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        worker.close();
    }

    @AfterAll
    static void stopReceiver() {
        healthy.close();
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void isRecordedAndCutOffWhileOthersAreServed(Misbehaviour misbehaviour) throws IOException {
        try (HostileReceiver receiver = receiver(misbehaviour)) {
            TestEndpoint hostile = worker.endpoint(speech == Speech.PLAIN ? receiver.url() : receiver.secureUrl(HOST));
            List<DeliveryId> mistreated = deliverSome(hostile);
            TestEndpoint neighbour = worker.endpoint(healthy.url("/" + misbehaviour));
            Instant sent = Instant.now();
            List<DeliveryId> unharmed = deliverSome(neighbour);

            unharmed.forEach(delivery -> assertDeliveredInTime(worker.recorded(delivery), sent));
            mistreated.forEach(delivery -> assertRecorded(worker.recorded(delivery), misbehaviour));
            await().atMost(Duration.ofSeconds(5)).until(receiver::allConnectionsEnded);
            assertThat(receiver.connections()).isEqualTo(AT_ONCE);
            assertThat(receiver.mostBytesWritten()).isLessThan(MOST_BYTES);
        }
    }

    private HostileReceiver receiver(Misbehaviour misbehaviour) throws IOException {
        return speech == Speech.PLAIN
                ? HostileReceiver.on(misbehaviour)
                : HostileReceiver.over(identity.getServerSocketFactory().createServerSocket(), misbehaviour);
    }

    private static List<DeliveryId> deliverSome(TestEndpoint endpoint) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(i -> worker.deliver(endpoint))
                .toList();
    }

    private static void assertDeliveredInTime(RecordedAttempt attempt, Instant sent) {
        assertThat(attempt.deliveryStatus()).isEqualTo("success");
        assertThat(attempt.end()).isBefore(sent.plus(HostileWorker.DEADLINE));
    }

    private static void assertRecorded(RecordedAttempt attempt, Misbehaviour misbehaviour) {
        assertThat(attempt)
                .returns(misbehaviour.status(), RecordedAttempt::httpStatus)
                .returns(misbehaviour.status(), RecordedAttempt::lastHttpStatus)
                .returns(misbehaviour.error(), RecordedAttempt::error)
                .returns(misbehaviour.error(), RecordedAttempt::lastError)
                .returns(misbehaviour.error() == null ? "success" : "retrying", RecordedAttempt::deliveryStatus);
        assertThat(Duration.ofMillis(attempt.latencyMillis())).isLessThan(HostileWorker.DEADLINE.plus(SLACK));
        if (attempt.responseBody() != null) {
            assertThat(attempt.responseBody())
                    .hasSizeLessThanOrEqualTo(4096)
                    .doesNotContain("\0", Misbehaviour.INFLATED);
        }
    }
}
