package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import io.igregulator.webhooks.id.AccountId;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver writes without being asked is never the response to anything (RFC 9112, section 6.3). */
@ParameterizedClass
@EnumSource
@Timeout(60)
class SurplusIT {
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final String REFUSED = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";
    private static final String GONE = "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n";

    private final Transport transport;

    private final WebhookSender sender;

    SurplusIT(Transport transport) {
        this.transport = transport;
        this.sender = transport.sender();
    }

    @AfterEach
    void closeSender() {
        sender.close();
    }

    /** Each is a response to the first request, with a second one behind it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                EMPTY,
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Trailer: x\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
            })
    void whatFollowsAResponseInTheSamePieceIsNotTheNextOne(String response) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (Receiver receiver = transport.receiver(connection -> {
            while (true) {
                connection.readRequest();
                connection.write(requests.getAndIncrement() == 0 ? response + EMPTY : REFUSED);
            }
        })) {
            int first = status(receiver);

            assertThat(first).isEqualTo(response.contains("304") ? 304 : response.contains("204") ? 204 : 200);
            assertThat(status(receiver)).isEqualTo(500);
            assertThat(status(receiver)).isEqualTo(500);
            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EMPTY,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
            })
    void norIsWhatComesLater(String response) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        AtomicInteger requests = new AtomicInteger();
        try (Receiver receiver = transport.receiver(connection -> {
            while (true) {
                connection.readRequest();
                if (requests.getAndIncrement() > 0) {
                    connection.write(REFUSED);
                    continue;
                }
                connection.write(response);
                await(answered);
                connection.write(EMPTY);
                written.countDown();
            }
        })) {
            status(receiver);
            answered.countDown();
            written.await();

            assertThat(status(receiver)).isEqualTo(500);
            assertThat(receiver.connections()).isEqualTo(2);
            assertThat(receiver.requests()).hasSize(2);
        }
    }

    /** A server's body of a status that has none. */
    @Test
    void aBodyWhereThereIsNoneEndsTheConnection() throws IOException {
        try (Receiver receiver = transport.answering("HTTP/1.1 204 No Content\r\n\r\nNot expected")) {
            assertThat(status(receiver)).isEqualTo(204);
            assertThat(status(receiver)).isEqualTo(204);
            assertThat(receiver.connections()).isEqualTo(2);
            assertThat(receiver.requests()).hasSize(2);
        }
    }

    /** As proxies do: 408, then the end. */
    @Test
    void whatAnIdleConnectionBringsCostsNoAttempt() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger connections = new AtomicInteger();
        try (Receiver receiver = transport.receiver(connection -> {
            boolean first = connections.getAndIncrement() == 0;
            connection.readRequest();
            connection.write(EMPTY);
            if (first) {
                connection.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                connection.close();
                closed.countDown();
                return;
            }
            connection.awaitClose();
        })) {
            assertThat(status(receiver)).isEqualTo(200);
            closed.await();

            assertThat(status(receiver)).isEqualTo(200);
            assertThat(receiver.requests()).hasSize(2);
        }
    }

    @Test
    void aHalfClosedIdleConnectionIsNotUsedAgain() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (Receiver receiver = transport.receiver(connection -> {
            connection.readRequest();
            connection.write(EMPTY);
            connection.shutdownOutput();
            closed.countDown();
            connection.awaitClose();
        })) {
            assertThat(status(receiver)).isEqualTo(200);
            closed.await();

            assertThat(status(receiver)).isEqualTo(200);
            assertThat(receiver.connections()).isEqualTo(2);
            assertThat(receiver.requests()).hasSize(2);
        }
    }

    @Test
    void aResponseAfterTheDeadlineAnswersNoLaterRequest() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        AtomicInteger requests = new AtomicInteger();
        try (WebhookSender hasty = transport.sender(Duration.ofSeconds(1));
                Receiver receiver = transport.receiver(connection -> {
                    while (true) {
                        connection.readRequest();
                        if (requests.getAndIncrement() > 0) {
                            connection.write(REFUSED);
                            continue;
                        }
                        await(late);
                        connection.write(EMPTY);
                    }
                })) {
            assertThat(hasty.send(Senders.request(receiver.uri())))
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.TIMEOUT));
            late.countDown();

            assertThat(((Answered) hasty.send(Senders.request(receiver.uri()))).status())
                    .isEqualTo(500);
        }
    }

    /** Two accounts, one host and port: nothing that one of them provokes may decide over the other. */
    @Test
    void accountsShareNoConnection() throws IOException {
        AccountId one = new AccountId(new UUID(0, 1));
        AccountId other = new AccountId(new UUID(0, 2));
        try (Receiver receiver = transport.answering(EMPTY)) {
            for (int i = 0; i < 3; i++) {
                status(receiver, one);
                status(receiver, other);
            }
            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @Test
    void anUnaskedResponseDoesNotReachAnotherAccount() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        try (Receiver receiver = transport.receiver(connection -> {
            boolean first = connections.getAndIncrement() == 0;
            while (true) {
                connection.readRequest();
                connection.write(first ? EMPTY + GONE : EMPTY);
            }
        })) {
            assertThat(status(receiver, new AccountId(new UUID(0, 1)))).isEqualTo(200);
            assertThat(status(receiver, new AccountId(new UUID(0, 2)))).isEqualTo(200);
        }
    }

    /** Equal lengths are one (RFC 9112, section 6.3). */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2\r\nContent-Length: 2", "Content-Length: 2, 2"})
    void takesALengthThatIsSaidTwice(String lengths) throws IOException {
        try (Receiver receiver = transport.answering("HTTP/1.1 200 OK\r\n" + lengths + "\r\n\r\nok")) {
            assertThat(status(receiver)).isEqualTo(200);
            assertThat(status(receiver)).isEqualTo(200);
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok!",
                "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n 3\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/2 200\r\n\r\n"
            })
    void refusesWhatIsAmbiguous(String response) throws IOException {
        try (Receiver receiver = transport.answering(response)) {
            assertThat(sender.send(Senders.request(receiver.uri())))
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.INVALID_RESPONSE));
        }
    }

    /** The status counts, and the connection ends where its framing is in doubt. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nz\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nokay\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: keep-alive, Close\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok"
            })
    void keepsNoConnectionInDoubt(String response) throws IOException {
        try (Receiver receiver = transport.answering(response)) {
            assertThat(status(receiver)).isEqualTo(200);
            assertThat(status(receiver)).isEqualTo(200);
            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    private int status(Receiver receiver) {
        return status(receiver, new AccountId(new UUID(0, 1)));
    }

    private int status(Receiver receiver, AccountId account) {
        Exchange exchange = sender.send(Senders.request(account, receiver.uri()));
        assertThat(exchange).isInstanceOf(Answered.class);
        return ((Answered) exchange).status();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
