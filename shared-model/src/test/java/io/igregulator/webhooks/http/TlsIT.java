package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import io.igregulator.webhooks.url.VettingResolver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates: who is trusted, and for which name. */
class TlsIT {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext own;

    /** A certificate for hooks.example, made by the JDK's own tool. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("receiver.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "receiver",
                        "-dname",
                        "CN=hooks.example",
                        "-ext",
                        "SAN=dns:hooks.example",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        own = SSLContexts.custom()
                .loadKeyMaterial(store, PASSWORD, PASSWORD)
                .loadTrustMaterial(store, PASSWORD)
                .build();
    }

    @Test
    void sendsToATrustedReceiverUnderItsOwnName() throws IOException {
        try (Receiver receiver = receiver();
                WebhookSender sender = trusting()) {
            assertThat(send(sender, "hooks.example", receiver)).isInstanceOf(Answered.class);
            assertThat(send(sender, "hooks.example", receiver)).isInstanceOf(Answered.class);
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void sendsNothingToATrustedReceiverUnderAnotherName() throws IOException {
        try (Receiver receiver = receiver();
                WebhookSender sender = trusting()) {
            assertTlsFailure(send(sender, "other.example", receiver));
            assertTlsFailure(send(sender, "127.0.0.1", receiver));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void sendsNothingToAReceiverThatNobodyTrusts() throws IOException {
        try (Receiver receiver = receiver();
                WebhookSender sender = Senders.patient()) {
            assertTlsFailure(send(sender, "hooks.example", receiver));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    private static WebhookSender trusting() {
        return new PooledWebhookSender(
                Senders.properties(Duration.ofSeconds(20)),
                Senders.HTTP_ALLOWED,
                new VettingResolver(Senders.LOOPBACK, Senders.LOOPBACK_ALLOWED),
                own);
    }

    private static Receiver receiver() throws IOException {
        return new Receiver(own.getServerSocketFactory().createServerSocket(), connection -> {
            while (true) {
                connection.readRequest();
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            }
        });
    }

    private static Exchange send(WebhookSender sender, String host, Receiver receiver) {
        return sender.send(Senders.request(URI.create("https://" + host + ":" + receiver.port() + "/")));
    }

    private static void assertTlsFailure(Exchange exchange) {
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.TLS_FAILURE));
    }
}
