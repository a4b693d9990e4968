package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.Exchange.Answered;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent, and how an answer is reported. */
@ParameterizedClass
@EnumSource
class SendingIT {
    private final Transport transport;

    private final WebhookSender sender;

    SendingIT(Transport transport) {
        this.transport = transport;
        this.sender = transport.sender();
    }

    @AfterEach
    void closeSender() {
        sender.close();
    }

    @Test
    void postsTheBodyAsItIsWithTheHeadersGiven() throws IOException {
        try (Receiver receiver = transport.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            Answered answer = answer(receiver);

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.bodyExcerpt()).isNull();
            assertThat(answer.retryAfter()).isNull();
            assertThat(answer.latency()).isPositive();
            assertThat(receiver.requests())
                    .singleElement()
                    .asString()
                    .startsWith("POST /hook HTTP/1.1\r\n")
                    .contains("\r\nContent-Type: application/json\r\n")
                    .contains("\r\nUser-Agent: iGregulator-Webhooks/1\r\n")
                    .contains("\r\nHost: " + receiver.uri().getAuthority() + "\r\n")
                    .contains("\r\nAccept: */*\r\n")
                    .contains("\r\nContent-Length: 14\r\n")
                    .contains("\r\nX-Some: thing\r\n")
                    .endsWith("\r\n\r\n{\"event\":\"ä\"}");
        }
    }

    @Test
    void sendsNoHeaderThatAsksForMoreThanAPlainExchange() throws IOException {
        try (Receiver receiver = transport.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            answer(receiver);

            assertThat(receiver.requests().getFirst().toLowerCase(Locale.ROOT))
                    .doesNotContain("accept-encoding", "expect:", "upgrade", "cookie", "authorization");
        }
    }

    @Test
    void reportsAnErrorStatusWithItsBody() throws IOException {
        try (Receiver receiver = transport.answering("HTTP/1.1 500 Oops\r\nContent-Length: 11\r\n\r\nit's broken")) {
            assertThat(answer(receiver)).returns(500, Answered::status).returns("it's broken", Answered::bodyExcerpt);
        }
    }

    @Test
    void reportsRetryAfterAsItCame() throws IOException {
        try (Receiver receiver = transport.answering(
                "HTTP/1.1 503 Busy\r\nRetry-After: Fri, 31 Dec 2027 23:59:59 GMT\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(answer(receiver))
                    .returns(503, Answered::status)
                    .returns("Fri, 31 Dec 2027 23:59:59 GMT", Answered::retryAfter);
        }
    }

    @Test
    void followsNoRedirect() throws IOException {
        try (Receiver target = transport.answering("HTTP/1.1 204 No Content\r\n\r\n");
                Receiver receiver = transport.answering(
                        "HTTP/1.1 307 Elsewhere\r\nLocation: " + target.uri() + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(answer(receiver)).returns(307, Answered::status);
            assertThat(target.connections()).isZero();
        }
    }

    @Test
    void answersNoRequestForCredentials() throws IOException {
        try (Receiver receiver = transport.answering(
                "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(answer(receiver)).returns(401, Answered::status);
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void sendsNoCookieBack() throws IOException {
        try (Receiver receiver =
                transport.answering("HTTP/1.1 200 OK\r\nSet-Cookie: session=1; Path=/\r\nContent-Length: 0\r\n\r\n")) {
            answer(receiver);
            answer(receiver);

            assertThat(receiver.requests()).hasSize(2).noneMatch(request -> request.contains("session"));
        }
    }

    @Test
    void leavesACompressedBodyAsItIs() throws IOException {
        try (Receiver receiver =
                transport.answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip")) {
            assertThat(answer(receiver)).returns("not gzip", Answered::bodyExcerpt);
        }
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws IOException {
        try (Receiver receiver = transport.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            for (int i = 0; i < 5; i++) {
                answer(receiver);
            }

            assertThat(receiver.requests()).hasSize(5);
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void sendsManyAtOnceWithinTheConnectionLimit() throws Exception {
        try (Receiver receiver = transport.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answered>> answers = IntStream.range(0, 500)
                    .mapToObj(i -> callers.submit(() -> answer(receiver)))
                    .toList();

            for (Future<Answered> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
            assertThat(receiver.connections()).isLessThanOrEqualTo(50);
        }
    }

    private Answered answer(Receiver receiver) {
        Exchange exchange = sender.send(Senders.request(receiver.uri()));
        assertThat(exchange).isInstanceOf(Answered.class);
        return (Answered) exchange;
    }
}
