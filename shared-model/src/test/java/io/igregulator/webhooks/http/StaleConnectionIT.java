package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A kept-alive connection that the receiver closes does not count as a failure. */
@ParameterizedClass
@EnumSource
class StaleConnectionIT {
    private final Transport transport;

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    StaleConnectionIT(Transport transport) {
        this.transport = transport;
    }

    @Test
    void sendsAgainOnANewConnectionWhatMetAClosedOne() throws IOException {
        try (Receiver receiver = transport.receiver(connection -> {
                    connection.readRequest();
                    connection.write(OK);
                    connection.readRequest();
                });
                WebhookSender sender = transport.sender()) {
            assertThat(sender.send(Senders.request(receiver.uri()))).isInstanceOf(Answered.class);
            assertThat(sender.send(Senders.request(receiver.uri()))).isInstanceOf(Answered.class);

            assertThat(receiver.requests()).hasSize(3);
            assertThat(receiver.connections()).isEqualTo(2);
        }
    }

    @Test
    void sendsAgainAfterAResetToo() throws IOException {
        try (Receiver receiver = transport.receiver(connection -> {
                    connection.readRequest();
                    connection.write(OK);
                    connection.readRequest();
                    connection.reset();
                });
                WebhookSender sender = transport.sender()) {
            sender.send(Senders.request(receiver.uri()));

            assertThat(sender.send(Senders.request(receiver.uri()))).isInstanceOf(Answered.class);
        }
    }

    @Test
    void sendsOnlyOnceMore() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        try (Receiver receiver = transport.receiver(connection -> {
                    connection.readRequest();
                    if (connections.getAndIncrement() == 0) {
                        connection.write(OK);
                        connection.readRequest();
                    }
                });
                WebhookSender sender = transport.sender()) {
            sender.send(Senders.request(receiver.uri()));
            Exchange second = sender.send(Senders.request(receiver.uri()));

            assertThat(second)
                    .isInstanceOfSatisfying(
                            Unanswered.class,
                            unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.CONNECTION_RESET));
            assertThat(receiver.requests()).hasSize(3);
        }
    }

    @Test
    void doesNotSendAgainOnceAnAnswerHasBegun() throws IOException {
        try (Receiver receiver = transport.receiver(connection -> {
                    connection.readRequest();
                    connection.write(OK);
                    connection.readRequest();
                    connection.write("HTTP/1.1 20");
                });
                WebhookSender sender = transport.sender()) {
            sender.send(Senders.request(receiver.uri()));

            assertThat(sender.send(Senders.request(receiver.uri()))).isInstanceOf(Unanswered.class);
            assertThat(receiver.requests()).hasSize(2);
        }
    }
}
