package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that break off, talk nonsense or never stop. */
@ParameterizedClass
@EnumSource
class HostileReceiverIT {
    private final Transport transport;

    private final WebhookSender sender;

    HostileReceiverIT(Transport transport) {
        this.transport = transport;
        this.sender = transport.sender();
    }

    @AfterEach
    void closeSender() {
        sender.close();
    }

    @Test
    void readsNoMoreThan64KibOfAnEndlessBodyAndKeepsFour() throws IOException {
        AtomicLong written = new AtomicLong();
        try (Receiver receiver = transport.receiver(connection -> {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n");
            while (true) {
                connection.write("x".repeat(1024));
                written.addAndGet(1024);
            }
        })) {
            Answered first = (Answered) send(receiver);
            Answered second = (Answered) send(receiver);

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.bodyExcerpt()).isEqualTo("x".repeat(4096));
            assertThat(second.status()).isEqualTo(200);
            // Cut off each time, so the second could not go over the first one's connection.
            assertThat(receiver.connections()).isEqualTo(2);
            assertThat(written).hasValueLessThan(100_000_000);
        }
    }

    @Test
    void countsTheStatusOfABodyThatBreaksOff() throws IOException {
        try (Receiver receiver = transport.receiver(connection -> {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        })) {
            assertThat(send(receiver))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answer -> assertThat(answer)
                                    .returns(200, Answered::status)
                                    .returns("half", Answered::bodyExcerpt));
        }
    }

    @Test
    void keepsABodyWithoutNulAndWithoutMalformedUtf8() throws IOException {
        try (Receiver receiver = transport.receiver(connection -> {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
            connection.write(new byte[] {'a', 0, (byte) 0xFF, 0, 'b'});
            connection.awaitClose();
        })) {
            assertThat(((Answered) send(receiver)).bodyExcerpt()).isEqualTo("a\uFFFDb");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.9\r\n",
                "HTTP/1.1 two hundred\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: rot13\r\n\r\n",
                "\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n"
            })
    void callsNonsenseAnInvalidResponse(String nonsense) throws IOException {
        try (Receiver receiver = transport.answering(nonsense)) {
            assertThat(error(receiver)).isEqualTo(ExchangeError.INVALID_RESPONSE);
        }
    }

    @Test
    void refusesAHeaderThatIsTooLong() throws IOException {
        try (Receiver receiver = transport.answering(
                "HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(100_000) + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(error(receiver)).isEqualTo(ExchangeError.INVALID_RESPONSE);
        }
    }

    @Test
    void refusesTooManyHeaders() throws IOException {
        try (Receiver receiver = transport.answering(
                "HTTP/1.1 200 OK\r\n" + "X-One: x\r\n".repeat(1000) + "Content-Length: 0\r\n\r\n")) {
            assertThat(error(receiver)).isEqualTo(ExchangeError.INVALID_RESPONSE);
        }
    }

    @Test
    void givesUpOnAFloodOfInterimResponsesLongBeforeTheDeadline() throws IOException {
        AtomicLong written = new AtomicLong();
        try (Receiver receiver = transport.receiver(connection -> {
            connection.readRequest();
            while (true) {
                connection.write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n");
                written.incrementAndGet();
            }
        })) {
            assertThat(send(receiver))
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered)
                                    .returns(ExchangeError.INVALID_RESPONSE, Unanswered::error)
                                    .extracting(Unanswered::latency)
                                    .matches(latency -> latency.toSeconds() < 5));
            assertThat(written).hasValueLessThan(1_000_000);
        }
    }

    @Test
    void acceptsAFewInterimResponsesBeforeEachAnswerOfAConnection() throws IOException {
        try (Receiver receiver = transport.answering(
                "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(20) + "HTTP/1.1 204 No Content\r\n\r\n")) {
            for (int i = 0; i < 3; i++) {
                assertThat(send(receiver)).isInstanceOf(Answered.class);
            }
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void reportsAResetConnection() throws IOException {
        try (Receiver receiver = transport.receiver(connection -> {
            connection.readRequest();
            connection.reset();
        })) {
            assertThat(error(receiver)).isEqualTo(ExchangeError.CONNECTION_RESET);
        }
    }

    @Test
    void reportsAConnectionClosedWithoutAnAnswerAndSendsOnlyOnce() throws IOException {
        try (Receiver receiver = transport.receiver(Receiver.Connection::readRequest)) {
            assertThat(error(receiver)).isEqualTo(ExchangeError.CONNECTION_RESET);
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void reportsAPortOnWhichNothingListens() throws IOException {
        URI closed;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        }

        assertThat(sender.send(Senders.request(closed)))
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.CONNECT_REFUSED));
    }

    @Test
    void reportsAPlainTextReceiverBehindAnHttpsUrl() throws IOException {
        try (Receiver receiver = transport.receiver(connection -> {
            connection.write("HTTP/1.1 400 Plain\r\nContent-Length: 0\r\n\r\n");
            connection.awaitClose();
        })) {
            Exchange exchange = sender.send(Senders.request(URI.create("https://127.0.0.1:" + receiver.port() + "/")));

            assertThat(exchange)
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.TLS_FAILURE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/relative", "mailto:someone@example.com", "ftp://127.0.0.1/", "http:///path"})
    void refusesAUrlThatCannotBeDialled(String url) {
        assertThat(sender.send(Senders.request(URI.create(url))))
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.INVALID_URL));
    }

    private Exchange send(Receiver receiver) {
        return sender.send(Senders.request(receiver.uri()));
    }

    private ExchangeError error(Receiver receiver) {
        Exchange exchange = send(receiver);
        assertThat(exchange).isInstanceOf(Unanswered.class);
        return ((Unanswered) exchange).error();
    }
}
