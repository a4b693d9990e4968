package io.igregulator.webhooks.http;

import io.igregulator.webhooks.url.VettingResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** What is below HTTP: whatever it is, a receiver must not be able to make out a difference. */
enum Transport {
    PLAIN,
    JDK_TLS,
    BORING_SSL;

    /** Far beyond what any of the tests takes that is not about a deadline. */
    static final Duration LONG = Duration.ofSeconds(20);

    /** Made once, since the JDK's tool takes a second for each. */
    private static final class Lazy {
        private static final ReceiverCertificates CERTIFICATES = make();

        private static ReceiverCertificates make() {
            try {
                Path folder = Files.createTempDirectory("webhooks-certificates");
                try {
                    return new ReceiverCertificates(folder, "EC");
                } finally {
                    delete(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    Receiver receiver(Receiver.Script script) throws IOException {
        return new Receiver(
                this == PLAIN ? new ServerSocket() : Lazy.CERTIFICATES.serverSocket("EC", "TLSv1.3"), script);
    }

    Receiver answering(String answer) throws IOException {
        return receiver(Receiver.repeating(answer));
    }

    PooledWebhookSender sender() {
        return sender(LONG);
    }

    PooledWebhookSender sender(Duration deadline) {
        return sender(deadline, new VettingResolver(Senders.LOOPBACK, Senders.LOOPBACK_ALLOWED));
    }

    PooledWebhookSender sender(Duration deadline, VettingResolver resolver) {
        return new PooledWebhookSender(
                Senders.properties(deadline),
                Senders.HTTP_ALLOWED,
                resolver,
                this == PLAIN
                        ? TlsContexts.create(TlsContexts.trustedByTheJvm(), false)
                        : TlsContexts.create(Lazy.CERTIFICATES.trusted(), this == BORING_SSL));
    }
}
